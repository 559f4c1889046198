# Request Tracker for the tests and to look at: all it writes is under DESKRULES_RT_STATE, nothing of an RT that is installed here is used.
use utf8;

my $state = $ENV{DESKRULES_RT_STATE};

Set($rtname, 'desk.example');
Set($Organization, 'desk.example');
Set($Timezone, 'Europe/Amsterdam');
Set(@LexiconLanguages, qw(en nl));

Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{DESKRULES_RT_PORT});
Set($WebBaseURL, "http://127.0.0.1:$ENV{DESKRULES_RT_PORT}");
Set($WebPath, '');
Set($WebSecureCookies, 0);
Set($MailCommand, 'testfile');

Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$state/desk.sqlite");
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');

$RT::VarPath = $state;
$RT::MasonDataDir = "$state/mason";
$RT::MasonSessionDir = "$state/sessions";
$RT::MasonLocalComponentRoot = "$state/html";
$RT::LocalLexiconPath = "$state/po";

# Files are served at /static/, those of the built package at /static/deskrules/.
$RT::LocalStaticPath = "$state/static";

# RT finds a plugin by its name in this folder.
$RT::LocalPluginPath = $ENV{DESKRULES_RT_PLUGINS};
Plugin('RT::Extension::Deskrules');

# In the queue of patches, the form is a request, and its custom fields are those of the seed.
Set($Deskrules, {
    requests => {
        Patches => {
            kind => 'patch',
            fields => {
                'product.name' => 'Product',
                'product.from' => 'From version',
                'product.to' => 'To version',
                'servers' => 'Servers',
                'requestedBy.name' => 'Requested by',
                'requestedBy.email' => 'E-mail',
                'installer.file' => 'Installer',
                'installer.size' => 'Size',
                'installer.sha256' => 'SHA-256',
                'instructions' => 'Instructions',
                'releaseNotes' => 'Release notes',
                'rollback' => 'Rollback',
                'window.start' => 'Window start',
                'window.end' => 'Window end',
            },
        },
    },
});

# Forbids WebAssembly on the pages of those who have the cookie `no-wasm`, and any request of a script with `no-connect`; static files come without
# a policy.
package RT::Extension::NoWasm {
    $INC{'RT/Extension/NoWasm.pm'} = __FILE__;

    sub PSGIWrap {
        my ($class, $app) = @_;
        return sub {
            my ($env) = @_;
            my $response = $app->($env);
            return $response if $env->{PATH_INFO} =~ m{^/static/} || ($env->{HTTP_COOKIE} // '') !~ /no-(?:wasm|connect)/;
            require Plack::Util;
            return Plack::Util::response_cb($response, sub {
                my ($answer) = @_;
                push @{ $answer->[1] }, 'Content-Security-Policy' => "script-src 'self' 'unsafe-inline'" . ($env->{HTTP_COOKIE} =~ /no-connect/ ? "; connect-src 'none'" : '');
                return;
            });
        };
    }
}
Plugin('RT::Extension::NoWasm');

# RT's highest number is its highest priority.
Set(%PriorityAsString,
    Default => { Low => 0, Medium => 50, High => 100 },
    Incidents => [ P1 => 100, P2 => 75, P3 => 50, P4 => 25 ],
);

# The agreement "Managed Server Goud" in RT's own words: minutes of business time, no resolution of P4 but by agreement.
Set(%ServiceAgreements,
    Levels => {
        P1 => { Response => 30, Resolve => 4 * 60 },
        P2 => { Response => 60, Resolve => 8 * 60 },
        P3 => { Response => 4 * 60, Resolve => 16 * 60 },
        P4 => { Response => 8 * 60 },
    },
);

my %office = (Start => '9:00', End => '17:00');
my %closed = (Start => undef, End => undef);
Set(%ServiceBusinessHours,
    Default => {
        0 => { Name => 'Sunday', %closed },
        1 => { Name => 'Monday', %office },
        2 => { Name => 'Tuesday', %office },
        3 => { Name => 'Wednesday', %office },
        4 => { Name => 'Thursday', %office },
        5 => { Name => 'Friday', %office },
        6 => { Name => 'Saturday', %closed },
        # RT knows no rules: New Year and Christmas of every year; King's Day, Easter Monday, Ascension Day and Whit Monday by their dates.
        holidays => [
            '01-01', '12-25', '12-26',
            '2025-04-21', '2025-04-26', '2025-05-29', '2025-06-09',
            '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25',
            '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-17',
            '2028-04-17', '2028-04-27', '2028-05-25', '2028-06-05',
            '2029-04-02', '2029-04-27', '2029-05-10', '2029-05-21',
            '2030-04-22', '2030-04-27', '2030-05-30', '2030-06-10',
        ],
    },
);

1;
