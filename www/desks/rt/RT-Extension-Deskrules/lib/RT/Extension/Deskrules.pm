package RT::Extension::Deskrules;

use strict;
use warnings;

use JSON ();
use Plack::MIME;

our $VERSION = '0.1.0';

=head1 NAME

RT::Extension::Deskrules - priority, due times and patch requests on the forms of RT

=head1 DESCRIPTION

Puts one script tag into the head of every page, for staff and for self-service. On a form that creates a ticket, the script works out the
priority from impact and urgency, fills it in, and shows by when there is a response and a solution. Self-service has no field for the
priority; there it is one that is not shown.

=head1 CONFIGURATION

    Plugin('RT::Extension::Deskrules');
    Set($Deskrules, {
        policy   => '/static/policy.json',
        values   => { P1 => 'High', P2 => 'High', P3 => 'Medium', P4 => 'Low' },
        requests => { Patches => { kind => 'patch', fields => { 'product.name' => 'Product', 'servers' => 'Servers' } } },
    });

All of it can be left out. Each key is a C<data-> attribute of the script tag: C<policy> is the address of the policy on the same site,
C<values> the name of RT's priority by that of the policy, where C<%PriorityAsString> has other names, and C<requests> says which queues take
requests, with the fields by their path.

=cut

# RT sends it as text otherwise, and a browser then cannot compile while it loads.
Plack::MIME->add_type('.wasm' => 'application/wasm');

RT->AddStyleSheets('deskrules.css');

=head1 METHODS

=head2 Script

Returns the address of the script. What RT serves as static is kept by browsers for 30 days, so the version is in the address of the script,
and of all that it brings.

=cut

sub Script {
    return RT->Config->Get('WebPath') . "/static/deskrules/$VERSION/deskrules.js";
}

=head2 Attributes

Returns what the configuration says, as text by the name of the attribute.

=cut

sub Attributes {
    my $json = JSON->new->canonical;
    my %said = (desk => 'rt', %{ RT->Config->Get('Deskrules') || {} });
    return map { $_ => ref $said{$_} ? $json->encode($said{$_}) : $said{$_} } keys %said;
}

=head2 Place QUEUE FIELDS

Returns whether the widget has its place below these custom fields of a queue, by what it needs room for: C<fields> where the form has impact and
urgency, C<questions> where it does not, C<request> in a queue of requests. That is below impact and urgency, or below the first custom fields,
or where they would be.

=cut

sub Place {
    my ($class, $queue, $fields) = @_;
    my @all = _names($queue->TicketCustomFields);
    my @levels = grep { /^(?:Impact|Urgency)$/ } @all;
    my %is_here = map { $_ => 1 } _names($fields);
    return if @levels ? !$is_here{ $levels[-1] } : @all && !%is_here;
    my $requests = (RT->Config->Get('Deskrules') || {})->{requests} || {};
    return $requests->{ $queue->Name // '' } ? 'request' : @levels == 2 ? 'fields' : 'questions';
}

# Those that the user may fill in.
sub _names {
    my ($fields) = @_;
    local $fields->{include_set_initial} = 1;
    my @own = grep { $_->CurrentUserHasRight('ModifyCustomField') || $_->CurrentUserHasRight('SetInitialCustomField') } @{ $fields->ItemsArrayRef };
    return map { $_->Name } @own;
}

=head2 PSGIWrap APP

Takes the version out of an address: the files are in C<static/deskrules/> itself.

=cut

sub PSGIWrap {
    my ($class, $app) = @_;
    return sub {
        my ($env) = @_;
        $env->{PATH_INFO} =~ s{^/static/deskrules/\Q$VERSION\E/}{/static/deskrules/};
        return $app->($env);
    };
}

1;
