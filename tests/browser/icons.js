// The icons of the extension in pixels, from its icon.svg. Run by hand:
//   DESKRULES_CHROMIUM=/usr/bin/chromium DESKRULES_CHROMIUM_FLAGS="--no-sandbox" node browser/icons.js
import { readFile, writeFile } from "node:fs/promises";
import { close, onPage } from "./browser.js";

const FOLDER = new URL("../../www/extension/icons/", import.meta.url);
const SIZES = [16, 32, 48, 128];

const svg = await readFile(new URL("icon.svg", FOLDER), "utf8");
const icon = `data:text/html,${encodeURIComponent(`<style>html, body, svg { display: block; margin: 0; inline-size: 100vi; background: none }</style>${svg}`)}`;
for (const size of SIZES) {
  const work = async (/** @type {import("playwright-core").Page} */ page) => {
    await writeFile(new URL(`${size}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
  };
  await onPage(icon, work, { context: { viewport: { width: size, height: size } } });
}
await close();
