import { load } from "deskrules";

export const peer = {
  title: "deskrules",
  what: "this package with its default policy, through its public methods",
  packages: ["deskrules"],
  async create() {
    const desk = await load();
    const office = desk.schedule("office");
    return {
      /** @param {number} at @param {number} time */
      add: (at, time) => office.addMillis(at, time / 1000),
      /** @param {number} from @param {number} to */
      between: (from, to) => office.betweenMillis(from, to) * 1000,
      // Timed in its own unit: to convert is not its work.
      inSeconds: {
        /** @param {number} at @param {number} seconds */
        add: (at, seconds) => office.addMillis(at, seconds),
        /** @param {number} from @param {number} to */
        between: (from, to) => office.betweenMillis(from, to),
      },
      /** @param {Float64Array} at @param {Float64Array} seconds */
      addBatch: (at, seconds) => office.addBatch(at, seconds),
      /** @param {{ reportedAt: Float64Array, priority: Uint8Array }} incidents */
      deadlinesBatch: (incidents) => desk.deadlinesBatch(incidents),
    };
  },
};
