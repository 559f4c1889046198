// The command as a terminal runs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const COMMAND = fileURLToPath(new URL("../../../pkg/cli/deskrules.js", import.meta.url));
/** A Tuesday morning. */
export const NOW = ["--now", "2026-11-24T09:00:00+01:00"];
/** A request without a fault. */
export const COMPLETE = {
  product: { name: "Exact Globe", from: "4.21", to: "4.22" },
  servers: ["app-01"],
  requestedBy: { name: "Sanne de Wit", email: "sanne@example.org" },
  installer: { file: "globe-4.22.msi" },
  instructions: { steps: ["Stop the service", "Run globe-4.22.msi as administrator", "Start the service"] },
  releaseNotes: { url: "https://example.org/globe/4.22" },
  rollback: { steps: ["Stop the service", "Restore the snapshot of app-01"] },
  window: { start: "2026-11-25T09:00:00+01:00", end: "2026-11-25T11:00:00+01:00" },
};

/** A folder of this test file's own. */
export const folder = mkdtempSync(join(tmpdir(), "deskrules-"));
after(() => rmSync(folder, { recursive: true }));

/**
 * Writes a file into the folder.
 * @param {string} name
 * @param {unknown} content - Text and bytes as they are, anything else as JSON.
 * @returns {string} The path.
 */
export function file(name, content) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

file(COMPLETE.installer.file, "an installer");

/**
 * @param {string[]} args
 * @param {{ input?: string | Uint8Array, env?: Record<string, string>, cwd?: string }} [options]
 */
export function run(args, { input = "", env = {}, cwd = folder } = {}) {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, cwd, env: { PATH, ...env }, encoding: "utf8", maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}
