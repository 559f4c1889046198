/** How many bytes are asked about in one call. Empty requests have the longest answers, which then just fit. */
const CHUNK = 512 << 10;

/** How long a line may be. A ticket with a hundred thousand events has half of it. */
const LONGEST = 16 << 20;

const NEWLINE = 10;

/**
 * Whole lines, the first of them by its number; or a line that is too long, without its bytes.
 * @typedef {{ bytes: Uint8Array, firstLine: number, tooLong: boolean }} Chunk
 */

/**
 * Cuts a stream at its lines. What it holds is a chunk, however long a line is.
 * @param {AsyncIterable<Uint8Array>} stream
 * @param {{ size?: number, longest?: number }} [limits] - Bytes.
 * @returns {AsyncGenerator<Chunk>} The bytes of a chunk are its reader's until it asks for the next one, or for good when it transfers them.
 */
export async function* chunks(stream, { size = CHUNK, longest = LONGEST } = {}) {
  let buffer = new Uint8Array(size);
  let length = 0;
  /** Where the line begins that has not ended yet. */
  let open = 0;
  let firstLine = 1;
  let tooLong = false;
  for await (const piece of stream) {
    for (let rest = piece; rest.length > 0; ) {
      if (tooLong) {
        const end = rest.indexOf(NEWLINE);
        rest = rest.subarray(end < 0 ? rest.length : end);
        if (end >= 0) {
          yield { bytes: new Uint8Array(0), firstLine, tooLong };
          firstLine += 1;
          tooLong = false;
          rest = rest.subarray(1);
        }
        continue;
      }
      const taken = rest.subarray(0, Math.min(buffer.length, open + longest + 1) - length);
      buffer.set(taken, length);
      const last = taken.lastIndexOf(NEWLINE);
      open = last < 0 ? open : length + last + 1;
      length += taken.length;
      rest = rest.subarray(taken.length);
      tooLong = length - open > longest;
      if (open > 0 && (tooLong || length === buffer.length)) {
        const line = tooLong ? new Uint8Array(0) : buffer.slice(open, length);
        const bytes = buffer.subarray(0, open);
        const lines = count(bytes);
        yield { bytes, firstLine, tooLong: false };
        firstLine += lines;
        buffer = buffer.length === size ? buffer : new Uint8Array(Math.max(size, line.length));
        buffer.set(line);
        length = line.length;
        open = 0;
      } else if (length === buffer.length && !tooLong) {
        const larger = new Uint8Array(Math.min(buffer.length * 2, longest + 1));
        larger.set(buffer);
        buffer = larger;
      }
      if (tooLong) {
        length = 0;
        open = 0;
      }
    }
  }
  if (tooLong) {
    yield { bytes: new Uint8Array(0), firstLine, tooLong };
  } else if (length > 0) {
    yield { bytes: buffer.subarray(0, length), firstLine, tooLong };
  }
}

/**
 * Counts the newlines.
 * @param {Uint8Array} bytes
 * @returns {number}
 */
export function count(bytes) {
  let sum = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    sum += 1;
  }
  return sum;
}
