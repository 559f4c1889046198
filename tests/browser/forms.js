// Forms such as helpdesks have them.

/** @typedef {import("playwright-core").Page} Page */

export const PRIORITY = `<p><label for="prio">Priority</label> <select id="prio" name="prio"><option value="">-</option>
  <option value="1">1. Critical</option><option value="2">2. High</option><option value="3" selected>3. Normal</option><option value="4">4. Low</option></select></p>`;
export const VALUES = `values='{"P1":"1","P2":"2","P3":"3. Normal","P4":"4"}'`;
const LEVELS = (/** @type {string} */ name) => `<option value="">-</option><option>High</option><option>Medium</option><option>Low</option>`.replace(/^/, `<select name="${name}">`) + "</select>";
export const QUESTIONS = `<form action="/sent"><input name="id" value="7"><label>Subject <input name="subject"></label>
  ${PRIORITY}<deskrules-form priority="#prio" ${VALUES}>no widget</deskrules-form><button>Send</button></form>`;
export const FIELDS = `<form action="/sent"><div class="row"><span class="label">Impact:</span> ${LEVELS("cf-12-impact")}</div>
  <div class="row"><span class="label">Urgency *</span> ${LEVELS("cf-13-urgency")}</div>
  ${PRIORITY}<deskrules-form impact="cf-*-impact" urgency="Urgency" priority="#prio" ${VALUES}></deskrules-form><button>Send</button></form>`;

/**
 * @param {Page} page
 * @param {string} impact
 * @param {string} urgency
 */
export async function answer(page, impact, urgency) {
  await page.getByRole("radio", { name: impact }).check();
  await page.getByRole("radio", { name: urgency }).check();
}

export const HIGH = "A department or the organisation";
export const SOON = "for instance until the end of the day";
