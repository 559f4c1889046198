/** How often it is drawn, in milliseconds. */
const OFTEN = 200;

const WIDTH = 24;

/**
 * How far the work is, drawn on a terminal and nowhere else.
 */
export class Progress {
  #stream;
  #size;
  #start = performance.now();
  #drawn = this.#start;
  #bytes = 0;
  #isDrawn = false;

  /**
   * @param {NodeJS.WriteStream} stream
   * @param {number | undefined} size - Bytes in all, when that is known.
   */
  constructor(stream, size) {
    this.#stream = stream;
    this.#size = size;
  }

  /**
   * More bytes were answered.
   * @param {number} bytes
   * @param {number} lines - Of all answers so far.
   */
  add(bytes, lines) {
    this.#bytes += bytes;
    const now = performance.now();
    if (this.#stream.isTTY && now - this.#drawn >= OFTEN) {
      this.#drawn = now;
      this.#isDrawn = true;
      this.#stream.write(`\r${line(this.#bytes, lines, (now - this.#start) / 1000, this.#size)}\u001b[K`);
    }
  }

  /** Takes it away. */
  clear() {
    if (this.#isDrawn) {
      this.#stream.write("\r\u001b[K");
    }
  }
}

/**
 * @param {number} bytes
 * @param {number} lines
 * @param {number} seconds
 * @param {number | undefined} size
 * @returns {string}
 */
export function line(bytes, lines, seconds, size) {
  const speed = `${lines.toLocaleString("en")} lines, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
  if (!size) {
    return speed;
  }
  const share = Math.min(1, bytes / size);
  const full = Math.round(share * WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${Math.floor(share * 100)} %  ${speed}`;
}
