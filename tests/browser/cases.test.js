// The cases that Rust and JavaScript share, asked in a page.
import { after, test } from "node:test";
import { ask, FILES, matches, read } from "../js/cases.js";
import { close, onDemo } from "./browser.js";

after(close);

/**
 * Asks all questions of a file; runs in the page.
 * @param {{ questions: import("../js/cases.js").Case[], policies: Record<string, string> }} given
 * @param {typeof ask} ask
 */
async function answers({ questions, policies }, ask) {
  const entry = "/client/web.js";
  const { load } = await import(entry);
  /** @type {any[]} */
  const found = [];
  for (const question of questions) {
    const desk = await load(question.policy ? { policy: policies[question.policy] } : {});
    try {
      found.push({ answer: ask(desk, question) });
    } catch (/** @type {any} */ { code, path, message }) {
      found.push({ error: { code, path, message } });
    }
    desk.close();
  }
  return found;
}

for (const file of FILES) {
  test(`${file}: the page answers as Rust does`, async () => {
    /** @type {import("../js/cases.js").Case[]} */
    const questions = JSON.parse(read(file));
    const policies = Object.fromEntries(questions.flatMap(({ policy }) => (policy ? [[policy, read(policy)]] : [])));
    await onDemo(async (page) => {
      // As text, since the page's own policy lets no function be made of text inside it.
      const found = await page.evaluate(`(${answers})(${JSON.stringify({ questions, policies })}, ${ask})`);
      questions.forEach(({ name, answer, error }, index) => matches(error ? { error } : { answer }, found[index], name));
    });
  });
}
