const { readFileSync } = require("node:fs");
const { load } = require("deskrules");

const questions = JSON.parse(readFileSync("questions.json", "utf8"));
Promise.all([load(), import("./answers.mjs")]).then(([desk, { answers }]) => console.log(JSON.stringify(answers(desk, questions))));
