/**
 * Reads a policy, on the page or, where the page forbids wasm, in a worker of the same origin.
 * @param {{ policy?: PolicyDocument | string | URL, worker?: URL | string }} [options] - The policy as an object, JSON text, or its address
 *   on the same origin; `managed-server-goud` when left out. The address of `client/worker.js`, for bundlers that move it.
 * @returns {Promise<ConnectedDesk>}
 * @throws {import("./errors.js").DeskrulesError} What `load` throws; `policy-unavailable` when the policy cannot be fetched; `wasm-blocked` where no worker may run either.
 */
export function connect({ policy, worker }?: {
    policy?: PolicyDocument | string | URL;
    worker?: URL | string;
}): Promise<ConnectedDesk>;
export type Desk = import("./desk.js").Desk;
export type PolicyDocument = import("./desk.js").PolicyDocument;
export type Schedule = import("./schedule.js").Schedule;
export type Facts = import("./host.js").Facts;
export type Question = import("./host.js").Question;
/**
 * What answers: the page itself, or a worker.
 */
export type Link = {
    open: (policy?: PolicyDocument | string) => Promise<Facts & {
        number: number;
    }>;
    answer: (question: Question) => unknown;
    end?: () => void;
};
/**
 * The same methods, each with a promise of its answer.
 */
export type Promised<T> = { [K in keyof T as T[K] extends (...args: any[]) => any ? K : never]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R extends Schedule ? ConnectedSchedule : R> : never; };
export type ConnectedSchedule = Promised<Schedule>;
/**
 * - The methods of {@link Desk} as promises; what it says of itself is there at once.
 */
export type ConnectedDesk = Facts & Promised<Desk>;
