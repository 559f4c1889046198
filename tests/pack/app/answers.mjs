/**
 * Asks a desk every question, and answers what it said or threw.
 * @param {any} desk
 * @param {import("../../js/cases.js").Case[]} questions
 */
export function answers(desk, questions) {
  return questions.map(({ call, input, now, supposed, options }) => {
    try {
      if (call === "track" || call === "whatIf") {
        return { answer: desk[call](input, now, supposed) };
      }
      return { answer: desk[call](input, { ...options, now }) };
    } catch (/** @type {any} */ { code, path, message }) {
      return { error: { code, path, message } };
    }
  });
}
