/** A command line that cannot be followed. */
export class UsageError extends Error {
  /**
   * @param {string} message - What is wrong.
   * @param {string} hint - The command that tells more.
   */
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}

/** What the command exits with; of several files the worst. */
export const Exit = { ACCEPTED: 0, REFUSED: 1, UNREADABLE: 2 };
