import { readFile } from "node:fs/promises";
import { load } from "deskrules";
import { answers } from "./answers.mjs";

const questions = JSON.parse(await readFile("questions.json", "utf8"));
console.log(JSON.stringify(answers(await load(), questions)));
