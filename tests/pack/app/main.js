// An application in a page: the package here, in a worker, and its elements.
import { load } from "deskrules";
import { setClock } from "deskrules/elements";
import { answers } from "./answers.mjs";

setClock(() => Date.parse("2026-11-24T10:00:00+01:00"));
const questions = await (await fetch("questions.json")).json();
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const there = await new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(`the worker: ${message}`));
  worker.postMessage(questions);
});
Object.assign(globalThis, { found: { here: answers(await load(), questions), there } });
