import { load } from "deskrules";
import { answers } from "./answers.mjs";

addEventListener("message", async ({ data }) => postMessage(answers(await load(), data)));
