/**
 * Starts a worker that answers in place of the page.
 * @param {URL | string} [address]
 * @returns {Link}
 * @throws {DeskrulesError} `wasm-blocked` where no worker may be started.
 */
export function startWorker(address?: URL | string): Link;
export type Link = import("./connect.js").Link;
export type Reply = {
    id: number;
    answer?: unknown;
    error?: import("./host.js").Told;
};
