import { parentPort, workerData } from "node:worker_threads";

import { load } from "../../client/node-import.js";

const { policy, kind, now } = /** @type {import("./threads.js").Question} */ (workerData);
const desk = await load(policy === null ? {} : { policy });

parentPort?.on("message", (/** @type {{ bytes: Uint8Array, firstLine: number }} */ { bytes, firstLine }) => {
  const tally = { lines: 0, bad: 0, refused: 0 };
  const answer = desk.records(kind, bytes, { now, firstLine, tally });
  parentPort?.postMessage({ answer, tally }, [/** @type {ArrayBuffer} */ (answer.buffer)]);
});
