/** Ends a program: says what it answered and what CPU time it took from its very start. */
export function done(/** @type {number} */ answer) {
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ answer, cpu: (user + system) / 1000 }));
}
