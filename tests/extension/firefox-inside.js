// What runs in Firefox's own window: each function is sent there by its text, and names what is there alone.

/** @typedef {typeof globalThis & Record<string, any>} Inside */

/** Keeps the addresses that are asked for, but for those of the browser itself. */
export function watchRequests() {
  const { Ci, Services } = /** @type {Inside} */ (globalThis);
  /** @type {string[]} */
  const requests = [];
  Object.assign(globalThis, { deskrulesRequests: requests });
  Services.obs.addObserver((/** @type {any} */ subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    if (!loadInfo.triggeringPrincipal.isSystemPrincipal) {
      requests.push(URI.spec);
    }
  }, "http-on-modify-request");
}

/** @returns {string[]} */
export function requestsSoFar() {
  return /** @type {Inside} */ (globalThis).deskrulesRequests;
}

/**
 * Opens a page of an extension in a new tab; answers its address.
 * @param {string} id
 * @param {string} path
 * @returns {string}
 */
export function openTab(id, path) {
  const { WebExtensionPolicy, gBrowser } = /** @type {Inside} */ (globalThis);
  const policy = WebExtensionPolicy.getByID(id);
  const address = policy.getURL(path);
  gBrowser.selectedTab = gBrowser.addTab(address, { triggeringPrincipal: policy.extension.principal });
  return address;
}

/** Waits for a question of the browser and says yes to it; answers which it was. */
export async function answerYes() {
  const { PopupNotifications } = /** @type {Inside} */ (globalThis);
  const { panel } = PopupNotifications;
  if (!PopupNotifications.isPanelOpen) {
    await new Promise((resolve) => panel.addEventListener("popupshown", resolve, { once: true }));
  }
  const [question] = panel.children;
  question.button.click();
  return question.id;
}

/**
 * Waits until the event page runs for the first time: until then nobody hears a message.
 * @param {string} id
 */
export async function started(id) {
  const { WebExtensionPolicy } = /** @type {Inside} */ (globalThis);
  await WebExtensionPolicy.getByID(id).extension.promiseBackgroundStarted();
}

/**
 * Ends the event page, as Firefox does when nothing happens for a while.
 * @param {string} id
 */
export async function stopBackground(id) {
  const { WebExtensionPolicy } = /** @type {Inside} */ (globalThis);
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/**
 * Whether the event page runs: `starting`, `running`, `suspending` or `stopped`.
 * @param {string} id
 * @returns {string}
 */
export function backgroundOf(id) {
  const { WebExtensionPolicy } = /** @type {Inside} */ (globalThis);
  return WebExtensionPolicy.getByID(id).extension.backgroundState;
}

/**
 * The errors of an extension's scripts.
 * @param {string} id
 * @returns {string[]}
 */
export function complaintsOf(id) {
  const { Ci, Services, WebExtensionPolicy } = /** @type {Inside} */ (globalThis);
  const root = WebExtensionPolicy.getByID(id).getURL("");
  /** @type {any[]} */
  const messages = Services.console.getMessageArray();
  return messages
    .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(root))
    .map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} ${sourceName}:${lineNumber}`);
}
