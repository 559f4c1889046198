/** The commands there are. */
export const COMMANDS = "`check` and `bulk`";

/** What `deskrules --help` prints. */
export const USAGE = `\
Service-desk rules: is this request complete, and may it run then?

  deskrules check patch request.json     check a patch request
  deskrules check change request.json    check a change request
  deskrules check --help                 more of these, and every option
  deskrules bulk due tickets.ndjson      by when each of many tickets is solved
  deskrules bulk --help                  more of these

  deskrules --help                       this text
  deskrules --version                    the version
`;

/** What `deskrules check --help` prints. */
export const CHECK_USAGE = `\
Check patch and change requests: every omission at once, and the next window that fits.

  deskrules check patch request.json               one request, as JSON
  deskrules check patch requests/*.json            several: each is reported
  deskrules check change - < request.json          from standard input
  deskrules check patch request.json --strict      refuse on warnings too, for CI
  deskrules check patch request.json --format json for programs
  deskrules check patch request.json --lang nl     in Dutch
  deskrules check patch request.json --policy ours.json
                                                   by your own agreement
  deskrules check patch request.json --now 2026-11-24T09:00:00+01:00
                                                   as if it were that moment

A request that is accepted:

  { "product": { "name": "Exact Globe", "from": "4.21", "to": "4.22" },
    "servers": ["app-01"],
    "requestedBy": { "name": "Sanne de Wit", "email": "sanne@example.org" },
    "installer": { "file": "globe-4.22.msi" },
    "instructions": { "steps": ["Stop the service", "Run globe-4.22.msi"] },
    "releaseNotes": { "url": "https://example.org/globe/4.22" },
    "rollback": { "steps": ["Restore the snapshot of app-01"] },
    "window": { "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T11:00:00+01:00" } }

It exits with 0 when every request is accepted, with 1 when one is refused, and with 2
when one could not be read. What could not be read is one line on standard error:
FILE: PLACE: MESSAGE [CODE]
`;
