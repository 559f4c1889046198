# Answers what RT's own service level agreements say: reads `LEVEL TYPE SECONDS` a line, prints the deadline in epoch seconds, or `-`.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';

use RT;
RT->LoadConfig;
require RT::SLA;

while (my $line = <STDIN>) {
    my ($level, $type, $time) = split ' ', $line;
    my $due = RT::SLA->Due(Level => $level, Type => $type, Time => $time);
    print defined $due ? $due : '-', "\n";
}
