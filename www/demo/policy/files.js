import { DeskrulesError } from "../../client/web.js";
import { byId } from "../dom.js";

/** How many bytes a document may have: more than anybody writes by hand. */
const MOST = 1024 * 1024;

/**
 * Reads files that are chosen, and those that are dropped anywhere on the page.
 * @param {(read: Promise<string>) => void} take
 */
export function takeFiles(take) {
  const input = byId("file", HTMLInputElement);
  byId("open", HTMLButtonElement).addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    if (file) {
      take(textOf(file));
      input.value = "";
    }
  });
  for (const kind of /** @type {const} */ (["dragover", "drop"])) {
    document.addEventListener(kind, (event) => {
      // Text may be dragged about as ever.
      if (!event.dataTransfer?.types.includes("Files")) {
        return;
      }
      event.preventDefault();
      document.body.classList.toggle("dropping", kind === "dragover");
      const [file] = event.dataTransfer.files;
      if (kind === "drop" && file) {
        take(textOf(file));
      }
    });
  }
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) {
      document.body.classList.remove("dropping");
    }
  });
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 * @throws {DeskrulesError} `file-too-large`, `not-utf8`.
 */
async function textOf(file) {
  if (file.size > MOST) {
    throw new DeskrulesError("too-large", "", `this is larger than ${MOST / 1024} KiB`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()).replace(/\r\n/g, "\n");
  } catch {
    throw new DeskrulesError("not-utf8", "", "this is not text in UTF-8");
  }
}

/**
 * Hands a text over as a file. Nothing leaves the browser.
 * @param {string} text
 * @param {string} id - Of the policy; empty for one without.
 */
export function download(text, id) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${id.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "") || "policy"}.json`;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
