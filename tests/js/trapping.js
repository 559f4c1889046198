// A wasm that breaks down when it is asked certain things: the one that is shipped, with the bodies of some of its functions replaced.

/** How a function breaks down: in a panic, with the whole memory spoilt; at the end of the stack; at the end of the memory. */
const BODIES = {
  // memory.fill(0, 0, memory.size << 16); unreachable
  panic: () => [0x41, 0, 0x41, 0, 0x3f, 0, 0x41, 16, 0x74, 0xfc, 0x0b, 0, 0x00],
  // Calls itself, with what it was given.
  stack: (/** @type {number} */ index, /** @type {number} */ parameters) => [...Array(parameters).keys()].flatMap((local) => [0x20, local]).concat(0x10, leb(index)),
  // loop (memory.grow(1000) != -1) again; unreachable
  memory: () => [0x03, 0x40, 0x41, 0xe8, 7, 0x40, 0, 0x41, 0x7f, 0x47, 0x0d, 0, 0x0b, 0x00],
};

/** @typedef {keyof typeof BODIES} Trap */

const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 };
const FUNCTION = 0;

/**
 * Returns the wasm with those exported functions broken.
 * @param {Uint8Array} wasm
 * @param {Record<string, Trap>} traps - By the name of the function.
 * @returns {Uint8Array}
 */
export function trapping(wasm, traps) {
  const at = sections(wasm);
  const read = (/** @type {keyof typeof SECTION} */ name) => new Reader(at.get(SECTION[name])?.content ?? new Uint8Array(1));
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(/** @type {BufferSource} */ (wasm))).filter(({ kind }) => kind === "function").length;
  const types = read("function").list((reader) => reader.number());
  const parameters = read("type").list((reader) => {
    reader.number();
    const count = reader.list((inner) => inner.number()).length;
    reader.list((inner) => inner.number());
    return count;
  });
  /** @type {Map<number, Trap>} */
  const broken = new Map();
  read("export").list((reader) => {
    const name = reader.text();
    const kind = reader.number();
    const index = reader.number();
    const trap = kind === FUNCTION ? traps[name] : undefined;
    if (trap) {
      broken.set(index, trap);
    }
  });
  if (broken.size !== Object.keys(traps).length) {
    throw new Error(`not every one of these is exported: ${Object.keys(traps)}`);
  }
  const bodies = read("code").list((reader) => reader.bytes());
  for (const [index, trap] of broken) {
    const own = index - imported;
    bodies[own] = Uint8Array.from([0, ...BODIES[trap](index, parameters[types[own] ?? -1] ?? 0), 0x0b]);
  }
  const code = Buffer.concat([Uint8Array.from(leb(bodies.length)), ...bodies.flatMap((body) => [Uint8Array.from(leb(body.length)), body])]);
  const { start, end } = /** @type {Section} */ (at.get(SECTION.code));
  return Buffer.concat([wasm.subarray(0, start), Uint8Array.from([SECTION.code, ...leb(code.length)]), code, wasm.subarray(end)]);
}

/** @typedef {{ start: number, end: number, content: Uint8Array }} Section */

/** @param {Uint8Array} wasm */
function sections(wasm) {
  /** @type {Map<number, Section>} */
  const found = new Map();
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.number();
    const content = reader.bytes();
    found.set(id, { start, end: reader.at, content });
  }
  return found;
}

class Reader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} [at]
   */
  constructor(bytes, at = 0) {
    this.source = bytes;
    this.at = at;
  }

  number() {
    for (let value = 0, shift = 1; ; shift *= 128) {
      const byte = this.source[this.at++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) {
        return value;
      }
    }
  }

  bytes() {
    const length = this.number();
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.bytes());
  }

  /**
   * @template T
   * @param {(reader: Reader) => T} item
   * @returns {T[]}
   */
  list(item) {
    return Array.from({ length: this.number() }, () => item(this));
  }
}

/**
 * @param {number} value
 * @returns {number[]}
 */
function leb(value) {
  return value < 128 ? [value] : [(value % 128) | 128, ...leb(Math.floor(value / 128))];
}
