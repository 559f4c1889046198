/**
 * Service-desk rules: priority, deadlines in business time, checks of change and patch requests.
 * @module deskrules
 */

/** @typedef {import("../wasm/deskrules.js").InstantLike} InstantLike - RFC 3339 text with an offset, epoch milliseconds, or a Date. */
/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../wasm/deskrules.js").ScheduleDocument} ScheduleDocument */
/** @typedef {import("../wasm/deskrules.js").Finding} Finding */
/** @typedef {import("../wasm/deskrules.js").Classification} Classification */
/** @typedef {import("../wasm/deskrules.js").Deadlines} Deadlines */
/** @typedef {import("../wasm/deskrules.js").PatchRequest} PatchRequest */
/** @typedef {import("../wasm/deskrules.js").ChangeRequest} ChangeRequest */
/** @typedef {import("../wasm/deskrules.js").CheckAnswer} CheckAnswer */
/** @typedef {import("./connect.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("./connect.js").ConnectedSchedule} ConnectedSchedule */

export { connect } from "./connect.js";
export { Desk, lint, load } from "./desk.js";
export { DeskrulesError } from "./errors.js";
export { Schedule } from "./schedule.js";
