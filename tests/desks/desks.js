import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */
/** @typedef {import("playwright-core").Page} Page */

/**
 * @typedef {object} Desk
 * @property {string} url - Where it is, empty when it was not started.
 * @property {string} login - The path of its login page.
 * @property {string} user - The login field for the name, as a selector.
 * @property {string} password - … and the one for the password.
 * @property {string} api - The path of its REST interface.
 */

const {
  DESKRULES_CHROMIUM = "",
  DESKRULES_CHROMIUM_FLAGS = "",
  DESKRULES_DJANGO_URL = "",
  DESKRULES_FIREFOX = "",
  DESKRULES_RT_URL = "",
} = process.env;

const PASSWORD = "deskrules";

/** Request Tracker. @type {Desk} */
export const rt = { url: DESKRULES_RT_URL, login: "/", user: "[name=user]", password: "[name=pass]", api: "/REST/2.0" };

/** django-helpdesk. @type {Desk} */
export const django = {
  url: DESKRULES_DJANGO_URL,
  login: "/login/",
  user: "[name=username]",
  password: "[name=password]",
  api: "/api",
};

/**
 * For the options of a test: skips it when its desk was not started.
 * @param {Desk} desk
 */
export function on(desk) {
  return { skip: desk.url === "" && "this desk was not started" };
}

const chrome = await chromium.launch({
  executablePath: DESKRULES_CHROMIUM,
  args: DESKRULES_CHROMIUM_FLAGS.split(" ").filter(Boolean),
});

/** Ends the browser. */
export async function close() {
  await chrome.close();
}

/** Who is logged in, by desk and user. @type {Map<string, Awaited<ReturnType<import("playwright-core").BrowserContext["storageState"]>>>} */
const sessions = new Map();

/**
 * Opens a page for somebody who is logged in, does something and closes it. Nothing may go wrong on the console, and nothing may be asked of another host.
 * @param {Desk} desk
 * @param {string} user - Nobody when empty.
 * @param {(page: Page) => Promise<void>} work
 * @param {{ context?: ContextOptions, complaints?: RegExp }} [options] - `complaints` are those of the console that belong to the test.
 */
export async function inChromium(desk, user, work, { context = {}, complaints } = {}) {
  const storageState = user ? await session(desk, user) : undefined;
  const opened = await chrome.newContext({
    locale: "en",
    timezoneId: "America/New_York",
    ...(storageState && { storageState }),
    ...context,
  });
  try {
    const page = await opened.newPage();
    /** @type {string[]} */
    const wrong = [];
    const complain = (/** @type {string} */ line) => {
      // The platforms have no icon of their own.
      if (!/favicon/.test(line) && !complaints?.test(line)) {
        wrong.push(line);
      }
    };
    page.on("pageerror", (error) => complain(`uncaught: ${error}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        complain(`${message.type()}: ${message.text()} ${message.location().url}`);
      }
    });
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== desk.url) {
        wrong.push(`asked for ${request.url()}`);
      }
    });
    await work(page);
    assert.deepEqual(wrong, []);
  } finally {
    await opened.close();
  }
}

/**
 * Logs in, once for all tests of a file.
 * @param {Desk} desk
 * @param {string} user
 */
async function session(desk, user) {
  const key = `${desk.url} ${user}`;
  const known = sessions.get(key);
  if (known) {
    return known;
  }
  const opened = await chrome.newContext();
  const page = await opened.newPage();
  await page.goto(desk.url + desk.login);
  await page.fill(desk.user, user);
  await page.fill(desk.password, PASSWORD);
  await page.press(desk.password, "Enter");
  await page.locator(desk.password).waitFor({ state: "detached" });
  const state = await opened.storageState();
  await opened.close();
  sessions.set(key, state);
  return state;
}

/**
 * Opens a page of a desk as a link on one of its pages does; without a Referer, Request Tracker warns of cross-site requests.
 * @param {Page} page
 * @param {Desk} desk
 * @param {string} path
 */
export async function open(page, desk, path) {
  const answer = await page.goto(desk.url + path, { referer: `${desk.url}/` });
  assert.equal(answer?.status(), 200, path);
}

/**
 * Logs in in Firefox and does something.
 * @param {Desk} desk
 * @param {string} user - Nobody when empty.
 * @param {(page: import("puppeteer-core").Page) => Promise<void>} work
 */
export async function inFirefox(desk, user, work) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: DESKRULES_FIREFOX });
  try {
    const page = await browser.newPage();
    await page.goto(desk.url + desk.login);
    if (user) {
      await page.type(desk.user, user);
      await page.type(desk.password, PASSWORD);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    }
    await work(page);
  } finally {
    await browser.close();
  }
}

/**
 * Reads from a desk's REST interface, as an agent.
 * @param {Desk} desk
 * @param {string} path
 */
export async function rest(desk, path) {
  const authorization = `Basic ${btoa(`agent:${PASSWORD}`)}`;
  const answer = await fetch(desk.url + desk.api + path, { headers: { authorization } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/**
 * A queue of Request Tracker: its number, and a selector for each of its custom fields by name.
 * @param {string} name
 */
export async function rtQueue(name) {
  const { id, TicketCustomFields } = await rest(rt, `/queue/${name}`);
  /** @type {{ id: string, name: string }[]} */
  const fields = TicketCustomFields;
  return {
    /** @type {string} */
    id,
    /** @param {string} wanted */
    field(wanted) {
      const field = fields.find((field) => field.name === wanted);
      // A select's name ends in `Values`, a text's in `Value`; a hidden one beside it in `Magic`.
      return `[name^="Object-RT::Ticket--CustomField-${field?.id}-Value"]:not([type=hidden])`;
    },
  };
}

/**
 * Has a form of Request Tracker be for the requester: it proposes the agent, whose own ticket would have to be answered first.
 * @param {Page} page
 */
export async function forRequester(page) {
  await page.press("#Requestors-selectized", "Backspace");
  await page.fill("#Requestors-selectized", "requester@customer.example");
  await page.press("#Requestors-selectized", "Tab");
}

/**
 * A ticket of Request Tracker; its custom fields by name.
 * @param {string} id
 */
export async function rtTicket(id) {
  const ticket = await rest(rt, `/ticket/${id}`);
  /** @type {{ name: string, values: string[] }[]} */
  const fields = ticket.CustomFields;
  return { ...ticket, fields: Object.fromEntries(fields.map(({ name, values }) => [name, values[0]])) };
}

/**
 * The number of the ticket that a page shows.
 * @param {Page} page
 */
export function ticketId(page) {
  const [, id = ""] = /(?:id=|\/tickets\/|ticket=[a-z-]*)(\d+)/.exec(page.url()) ?? [];
  assert.notEqual(id, "", page.url());
  return id;
}
