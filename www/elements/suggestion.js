// What the text suggests, and which words say so.
import { element } from "./dom.js";

/** @typedef {import("../client/desk.js").Suggestions} Suggestion */
/** @typedef {import("../client/desk.js").Suggestion} AxisSuggestion */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./text.js").Text} Text */
/** @typedef {"impact" | "urgency"} Axis */
/**
 * How an answer stands to what the text says: it is the text's, it is open and may be the text's, or it is another one.
 * @typedef {"taken" | "offered" | "hinted" | "other"} Kind
 */
/** @typedef {{ axis: Axis, kind: Kind, said: AxisSuggestion }} Line */

/** How much of the text is shown on either side of the words that decided. */
const AROUND = 28;
/** How many of them are shown. */
const MOST = 2;

export const SUGGESTION_STYLE = `
.suggestions { display: grid; gap: 0.35rem; font-size: 0.9em; }
.suggestions p { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; }
.suggestions q { quotes: "“" "”"; }
.suggestions mark { background: color-mix(in srgb, var(--warning) 22%, Canvas); color: CanvasText; text-decoration: underline; text-underline-offset: 0.15em; }
.suggestions button { min-block-size: 1.5rem; padding: 0.1rem 0.6rem; }
@media (forced-colors: active) { .suggestions mark { background: Mark; color: MarkText; } }
`;

/** The lines below the questions. */
export class Suggestions {
  /** What is shown. */
  node = element("div", { class: "suggestions", part: "suggestions" });
  #drawn = "";
  #take;
  #undo;

  /**
   * @param {(axis: Axis, level: string) => void} take - Called when somebody wants what the text says.
   * @param {() => void} undo - Called when they do not.
   */
  constructor(take, undo) {
    this.#take = take;
    this.#undo = undo;
    this.node.hidden = true;
  }

  /** The same in words, for those who do not see it. */
  get text() {
    return [...this.node.querySelectorAll("p > span")].map(({ textContent }) => textContent).join(" ");
  }

  /**
   * @param {Line[]} lines
   * @param {Text} text
   * @param {PolicyDocument} policy
   * @param {Translator} translator
   * @returns {boolean} Whether anything is another than it was.
   */
  draw(lines, text, policy, translator) {
    const drawn = JSON.stringify([lines, lines.length > 0 ? text : "", translator.language]);
    if (drawn === this.#drawn) {
      return false;
    }
    this.#drawn = drawn;
    this.node.hidden = lines.length === 0;
    this.node.replaceChildren(...lines.map((line) => this.#line(line, text, policy, translator)));
    if (lines.some(({ kind }) => kind === "taken")) {
      const undo = element("button", { type: "button", "aria-keyshortcuts": "Escape" }, translator.text("suggest.undo"));
      undo.addEventListener("click", this.#undo);
      this.node.lastElementChild?.append(undo);
    }
    return true;
  }

  /**
   * @param {Line} line
   * @param {Text} text
   * @param {PolicyDocument} policy
   * @param {Translator} translator
   */
  #line({ axis, kind, said }, text, { incidents }, translator) {
    const id = said.level ?? "";
    const level = incidents?.[axis].find((one) => one.id === id);
    const name = translator.name(level?.name ?? {}, id).toLocaleLowerCase(translator.language);
    const words = translator.text(`suggest.${kind}`, { axis: translator.text(`suggest.${axis}`), level: name });
    const line = element("p", {}, element("span", {}, `${words} `, ...quotes(said, text)));
    if (kind === "offered" || kind === "other") {
      const take = element("button", { type: "button" }, translator.text("suggest.take", { level: name }));
      take.addEventListener("click", () => this.#take(axis, id));
      line.append(take);
    }
    return line;
  }
}

/**
 * Returns what is to be said of a question whose answer is a person's, or open.
 * @param {Axis} axis
 * @param {AxisSuggestion | undefined} said
 * @param {string | undefined} own - The person's answer.
 * @returns {Line[]} None where the text says nothing else, or not surely enough.
 */
export function beside(axis, said, own) {
  const isStrong = said?.strength === "strong";
  if (!said?.level || own === said.level || (own && !isStrong)) {
    return [];
  }
  return [{ axis, kind: !isStrong ? "hinted" : own ? "other" : "offered", said }];
}

/**
 * Returns the words that decided, with what stands around them; those that stand near each other in one quote.
 * @param {AxisSuggestion} said
 * @param {Text} text
 */
function quotes({ evidence }, text) {
  /** @type {(typeof evidence)[]} */
  const groups = [];
  for (const one of evidence.toSorted((a, b) => Number(a.in > b.in) - Number(a.in < b.in) || a.start - b.start)) {
    const last = groups.at(-1)?.at(-1);
    if (last?.in === one.in && one.start - last.end < 2 * AROUND) {
      groups.at(-1)?.push(one);
    } else {
      groups.push([one]);
    }
  }
  return groups.slice(0, MOST).flatMap((group, index) => [index > 0 ? " " : "", quote(group, text)]);
}

/**
 * @param {AxisSuggestion["evidence"]} group - In the order of the text.
 * @param {Text} text
 */
function quote(group, text) {
  const [{ start = 0, in: field = "body" } = {}, { end = 0 } = {}] = [group[0], group.at(-1)];
  const whole = text[field];
  const from = Math.max(whole.lastIndexOf("\n", start - 1) + 1, start - AROUND);
  const line = whole.indexOf("\n", end);
  const to = Math.min(line < 0 ? whole.length : line, end + AROUND);
  const shown = element("q", {}, from > 0 && whole[from - 1] !== "\n" ? "…" : "");
  let at = from;
  for (const { start, end } of group) {
    shown.append(whole.slice(at, start), element("mark", {}, whole.slice(Math.max(at, start), end)));
    at = Math.max(at, end);
  }
  shown.append(whole.slice(at, to), to < whole.length && whole[to] !== "\n" ? "…" : "");
  return shown;
}
