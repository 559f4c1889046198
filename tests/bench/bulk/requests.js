/** Patch requests as an intake form writes them: one JSON object a line, one in four with faults. */

import { DAY, HOUR, MINUTE } from "../calendar.js";
import { local } from "./tickets.js";

/** The present of the check. */
export const NOW = Date.UTC(2026, 10, 23, 11);

/** Days on which a window is open, after that present. */
const WORKDAYS = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15];

const PRODUCTS = ["PostgreSQL", "Exact Globe", "AFAS Profit Windows", "nginx", "SQL Server 2022", "Tomcat"];

/** What may be wrong with a request. */
const FAULTS = [
  (/** @type {any} */ request) => delete request.rollback,
  (/** @type {any} */ request) => (request.instructions = { text: "zie boven" }),
  (/** @type {any} */ request) => (request.product.to = request.product.from),
  (/** @type {any} */ request) => (request.requestedBy.email = "a.devries"),
];

function request(/** @type {number} */ i) {
  const [major, minor] = [10 + (i % 7), i % 20];
  const name = PRODUCTS[i % PRODUCTS.length];
  const start = NOW + WORKDAYS[i % WORKDAYS.length] * DAY - 2 * HOUR + (i % 4) * 30 * MINUTE;
  const made = {
    id: `RFC-${String(i).padStart(6, "0")}`,
    product: { name, from: `${major}.${minor}`, to: `${major}.${minor + 1}` },
    servers: Array.from({ length: 1 + (i % 3) }, (_, place) => `${["db", "app", "web"][place]}-${String(i % 90).padStart(2, "0")}`),
    requestedBy: { name: "A. de Vries", email: "a.devries@example.com" },
    installer: { file: `setup-${major}.${minor + 1}.msi`, size: 363_004_928 + i, sha256: (0x9e3779b9 ^ i).toString(16).padStart(8, "0").slice(-8).replace("-", "0").repeat(8) },
    instructions: { text: `Stop the service of ${name}, run the installer as administrator and accept the defaults; then start the service again.` },
    releaseNotes: { url: `https://www.postgresql.org/docs/release/${major}.${minor + 1}/` },
    rollback: { steps: ["Stop the service", `Install ${major}.${minor} again from the share`, "Start the service and log in once"], testedAt: "2026-11-20T10:00:00+01:00" },
    window: { start: local(start), end: local(start + 2 * HOUR) },
  };
  if (i % 4 === 3) {
    FAULTS[(i >> 2) % FAULTS.length]?.(made);
  }
  return made;
}

/** @param {number} count */
export const requests = (count) => Array.from({ length: count }, (_, i) => `${JSON.stringify(request(i))}\n`).join("");
