// What the tests see of the extension on the pages of a desk, in either browser.
import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Page | import("puppeteer-core").Page} Page */

/** How long something may take to be there. */
const PATIENCE = 15_000;

/**
 * Returns what the extension shows on a page: a text for each of its parts, blanks as one.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function drawn(page) {
  const texts = await ask(page, () =>
    [...document.querySelectorAll("[data-deskrules]")].map(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll("*") ?? [])]
        .flatMap((one) => (one.checkVisibility() ? [...one.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])) : []))
        .join(" "),
    ),
  );
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}

/**
 * Waits until what the extension shows reads as it should; says what it reads when it never does.
 * @param {Page} page
 * @param {RegExp} wanted
 */
export async function sees(page, wanted) {
  let found = "";
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    found = (await drawn(page)).join(" | ");
    if (wanted.test(found)) {
      return;
    }
    await ask(page, () => new Promise((resolve) => setTimeout(resolve, 50)));
  }
  assert.fail(`\`${found}\`, not ${wanted}`);
}

/**
 * Presses a button of the extension.
 * @param {Page} page
 * @param {RegExp} name
 */
export async function press(page, name) {
  const isPressed = await ask(
    page,
    (source) => {
      const buttons = [...document.querySelectorAll("[data-deskrules]")].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("button") ?? [])]);
      const button = buttons.find((one) => new RegExp(source).test(one.getAttribute("aria-label") ?? one.textContent ?? ""));
      button?.click();
      return button !== undefined;
    },
    name.source,
  );
  assert.ok(isPressed, `no button ${name}`);
}

/**
 * The same in both libraries.
 * @template T
 * @template [A=undefined]
 * @param {Page} page
 * @param {(argument: A) => T} work
 * @param {A} [argument]
 * @returns {Promise<Awaited<T>>}
 */
export async function ask(page, work, argument) {
  try {
    return await /** @type {any} */ (page).evaluate(work, argument);
  } catch (error) {
    // The page has just gone to another address.
    if (/context was destroyed|navigation|Cannot find context/i.test(String(error))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return /** @type {any} */ (page).evaluate(work, argument);
    }
    throw error;
  }
}
