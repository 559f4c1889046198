import { element, sentence } from "../../elements/dom.js";
import { byId } from "../dom.js";
import { severityTag } from "../findings.js";

/** @typedef {import("../../node/lines.js").Place} Place */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./reading.js").Placed} Placed */

/** More would only be scrolled past. */
const MOST = 100;

/**
 * Lists what the rules say of the document; each place is a button that goes there.
 * @param {Placed[]} findings
 * @param {(place: Place) => void} go
 * @param {Translator} translator
 */
export function showFindings(findings, go, translator) {
  const counts = /** @type {const} */ (["error", "warning", "info"]).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [translator.count(`count.${severity}`, count)] : [];
  });
  const verdict = byId("verdict", HTMLElement);
  const words = counts.length > 0 ? translator.text("findings.some", { counts: counts.join(", ") }) : translator.text("findings.none");
  const isBroken = findings.some(({ severity }) => severity === "error");
  byId("document", HTMLTextAreaElement).setAttribute("aria-invalid", String(isBroken));
  verdict.className = isBroken ? "refused" : "accepted";
  const mark = isBroken ? "✕" : "✓";
  // Said again only when it is another.
  if (verdict.textContent !== `${mark} ${words}`) {
    verdict.replaceChildren(element("span", { class: "mark", "aria-hidden": "true" }, mark), " ", words);
  }
  byId("findings", HTMLUListElement).replaceChildren(...findings.slice(0, MOST).map((finding) => item(finding, go, translator)));
}

/**
 * @param {Placed} finding
 * @param {(place: Place) => void} go
 * @param {Translator} translator
 */
function item({ severity, place, path, words }, go, translator) {
  const { message, help } = words(translator);
  const { line, column } = place;
  const button = element("button", { type: "button", class: "place" }, translator.text("findings.place", { line, column }));
  button.addEventListener("click", () => go(place));
  const where = path ? [element("code", {}, path), ": "] : [];
  const said = message.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
  return element("li", {}, severityTag(severity, translator), " ", button, " ", ...where, ...said, ...(help ? [element("span", { class: "help" }, ...sentence(help))] : []));
}
