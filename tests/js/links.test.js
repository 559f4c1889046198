// Every link of a page leads somewhere: to a file, to a heading, or to an address that can be one. Nothing is asked of the network.
import assert from "node:assert/strict";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { FILES, PAGES, read } from "./pages.js";

/** The folders that have files. */
const FOLDERS = new Set(FILES.flatMap((path) => path.split("/").map((_, index, parts) => parts.slice(0, index).join("/"))));

/** @param {string} text - Of a page; code is left out. */
const prose = (text) => text.replaceAll(/^( *)(`{3,}).*?^\1\2$/gms, "");

/**
 * The targets of the links and pictures of a text.
 * @param {string} text
 */
function targets(text) {
  const bare = prose(text);
  const marked = [...bare.replaceAll(/`[^`\n]*`(?!\])/g, (code) => (code.includes("](") ? "" : code)).matchAll(/\]\(([^)\s]*)\)/g)];
  const tags = [...bare.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)];
  const bareAddresses = [...bare.matchAll(/<(https?:[^>]*)>/g)];
  return [...marked, ...tags, ...bareAddresses].map(([, target = ""]) => target);
}

/**
 * The anchors of a page, as GitHub makes them of its headings.
 * @param {string} text
 */
function anchors(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => {
    const slug = heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times ? `${slug}-${times}` : slug;
  });
}

/**
 * Says what is wrong with a link.
 * @param {string} page
 * @param {string} text - Of that page.
 * @param {string} target
 * @returns {string | undefined}
 */
function wrong(page, text, target) {
  if (/^[a-z]+:/.test(target)) {
    const isAddress = URL.canParse(target) && /^https?:\/\/[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(target);
    return isAddress ? undefined : `no address: ${target}`;
  }
  const [path = "", anchor] = target.split("#");
  const file = path ? normalize(join(dirname(page), path)).replace(/\/$/, "") : page;
  if (!FILES.includes(file) && !FOLDERS.has(file)) {
    return `no file: ${target}`;
  }
  return anchor === undefined || anchors(file === page ? text : read(file)).includes(anchor) ? undefined : `no heading: ${target}`;
}

for (const page of PAGES) {
  test(`the links of ${page} lead somewhere`, () => {
    const text = read(page);
    assert.deepEqual(targets(text).map((target) => wrong(page, text, target)).filter(Boolean), []);
  });
}

test("what leads nowhere is found", () => {
  const text = "# A `b`: c?\n\n[x](#a-b-c) [x](#a) ![x](img/none.png) <https://x y> [x](https://example.org/a) [x](http:/example) [x](docs/) `[x](none)`\n";
  const found = targets(text).map((target) => wrong("README.md", text, target)).filter(Boolean);
  assert.deepEqual(found, ["no heading: #a", "no file: img/none.png", "no address: http:/example", "no address: https://x y"]);
});

test("the first page leads to every page of docs/", () => {
  const linked = targets(read("README.md")).map((target) => target.split("#")[0]);
  assert.deepEqual(PAGES.filter((page) => page.startsWith("docs/") && !linked.includes(page)), []);
});

test("the page of the package leads to nothing that the package does not have", () => {
  assert.deepEqual(targets(read("pkg/README.md")).filter((target) => target.startsWith("..")), []);
});
