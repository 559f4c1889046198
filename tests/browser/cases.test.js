// The cases that Rust and JavaScript share, asked in a page.
import { after, test } from "node:test";
import { ask, FILES, matches, read } from "../js/cases.js";
import { close, onDemo } from "./browser.js";

after(close);

for (const file of FILES) {
  test(`${file}: the page answers as Rust does`, async () => {
    /** @type {import("../js/cases.js").Case[]} */
    const questions = JSON.parse(read(file));
    const policies = Object.fromEntries(questions.flatMap(({ policy }) => (policy ? [[policy, read(policy)]] : [])));
    await onDemo(async (page) => {
      const answers = await page.evaluate(
        async ({ questions, policies, asker }) => {
          const entry = "/client/web.js";
          const { load } = await import(entry);
          const ask = Function(`return ${asker}`)();
          /** @type {any[]} */
          const answers = [];
          for (const question of questions) {
            const desk = await load(question.policy ? { policy: policies[question.policy] } : {});
            try {
              answers.push({ answer: ask(desk, question) });
            } catch (/** @type {any} */ { code, path, message }) {
              answers.push({ error: { code, path, message } });
            }
            desk.close();
          }
          return answers;
        },
        { questions, policies, asker: ask.toString() },
      );
      questions.forEach(({ name, answer, error }, index) => matches({ ...(error ? { error } : { answer }) }, answers[index], name));
    });
  });
}
