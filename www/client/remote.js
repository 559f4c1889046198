import { DeskrulesError } from "./errors.js";

/** @typedef {import("./connect.js").Link} Link */
/** @typedef {{ id: number, answer?: unknown, error?: import("./host.js").Told }} Reply */

/** @type {Map<string, { createScriptURL(address: string): unknown }>} - A policy can be made once. */
const policies = new Map();

/**
 * Starts a worker that answers in place of the page.
 * @param {URL | string} [address]
 * @returns {Link}
 * @throws {DeskrulesError} `wasm-blocked` where no worker may be started.
 */
export function startWorker(address) {
  const worker = start(address);
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: unknown) => void }>} */
  const open = new Map();
  let last = 0;
  const send = (/** @type {object} */ message) => {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      open.set(id, { resolve, reject });
      worker.postMessage({ id, ...message });
    });
  };
  worker.addEventListener("message", (/** @type {MessageEvent<Reply>} */ { data: { id, answer, error } }) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error) {
      waiting?.reject(new DeskrulesError(error.code, error.path, error.message, error));
    } else {
      waiting?.resolve(answer);
    }
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    open.forEach(({ reject }) => reject(blocked("and its worker could not be loaded")));
    open.clear();
  });
  return {
    open: (policy) => /** @type {ReturnType<Link["open"]>} */ (send({ open: true, policy })),
    answer: (question) => send({ question }),
    end: () => worker.terminate(),
  };
}

/** @param {URL | string} [address] */
function start(address) {
  if (!address || typeof Worker === "undefined") {
    throw blocked("and there is no worker to turn to");
  }
  try {
    return new Worker(/** @type {string} */ (trusted(String(address))), { type: "module" });
  } catch (cause) {
    throw blocked("and a worker may not be started: it needs `worker-src 'self'` and, with Trusted Types, a policy named `deskrules`", cause);
  }
}

/**
 * Returns the address as the page's Trusted Types want it. The policy lets that one address through and no other.
 * @param {string} address
 * @returns {unknown}
 */
function trusted(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) {
    return address;
  }
  const policy = policies.get(address) ?? types.createPolicy("deskrules", { createScriptURL: (/** @type {string} */ asked) => only(asked, address) });
  policies.set(address, policy);
  return policy.createScriptURL(address);
}

/**
 * @param {string} asked
 * @param {string} address
 */
function only(asked, address) {
  if (asked !== address) {
    throw new TypeError(`deskrules loads no script from \`${asked}\``);
  }
  return asked;
}

/**
 * @param {string} why
 * @param {unknown} [cause]
 */
function blocked(why, cause) {
  return new DeskrulesError("wasm-blocked", "", `this page forbids WebAssembly, ${why}`, { cause });
}
