export { connect } from "./connect.js";
export { DeskrulesError } from "./errors.js";
export { Schedule } from "./schedule.js";
/**
 * - RFC 3339 text with an offset, epoch milliseconds, or a Date.
 */
export type InstantLike = import("../wasm/deskrules.js").InstantLike;
export type PolicyDocument = import("../wasm/deskrules.js").PolicyDocument;
export type ScheduleDocument = import("../wasm/deskrules.js").ScheduleDocument;
export type Finding = import("../wasm/deskrules.js").Finding;
export type Classification = import("../wasm/deskrules.js").Classification;
export type Deadlines = import("../wasm/deskrules.js").Deadlines;
export type PatchRequest = import("../wasm/deskrules.js").PatchRequest;
export type ChangeRequest = import("../wasm/deskrules.js").ChangeRequest;
export type CheckAnswer = import("../wasm/deskrules.js").CheckAnswer;
export type ConnectedDesk = import("./connect.js").ConnectedDesk;
export type ConnectedSchedule = import("./connect.js").ConnectedSchedule;
export { Desk, lint, load } from "./desk.js";
