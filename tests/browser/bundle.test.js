// The elements in an application that bundles them.
import { after, test } from "node:test";
import { buildSync } from "esbuild";
import { close } from "./browser.js";
import { onSite, STRICT_WITH_WASM } from "./site.js";
import { reads } from "./widget.js";

after(close);

test("a bundle of one file has the elements and the wasm in it", () => {
  const contents = 'import { setClock } from "deskrules/elements"; setClock(() => Date.parse("2026-11-24T10:00:00+01:00"));';
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return onSite(
    `<deskrules-timer ticket='{"priority":"P1","reportedAt":"2026-11-24T09:00:00+01:00","events":[]}'>by one</deskrules-timer>`,
    async (page) => reads(page, "deskrules-timer .timer", "Oplossing loopt nog 3 uur uiterlijk dinsdag 24 november 2026 om 13:00"),
    { lang: "nl", csp: STRICT_WITH_WASM, head: '<script type="module" src="/app.js"></script>', files: { "/app.js": outputFiles[0]?.text ?? "" } },
  );
});
