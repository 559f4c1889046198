// What the options of somebody else's field mean, in the policy's ids.
import { groupOf } from "./fields.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {{ id: string, name?: Record<string, string>, meaning?: Record<string, string> }} Level */
/** @typedef {{ value: string, text: string, isChosen: boolean, isDefault: boolean, choose: () => void }} Option */

/**
 * Returns the id that a field has chosen; undefined when it has none that is known.
 * @param {Field} field
 * @param {Level[]} levels
 * @param {Record<string, string>} map - The desk's value or text by id.
 * @returns {string | undefined}
 */
export function idOf(field, levels, map) {
  const chosen = optionsOf(field).find(({ isChosen, value }) => isChosen && value !== "");
  return chosen && levels.find((level) => fits(chosen, level, map))?.id;
}

/**
 * Returns what people read of the option that a field stands on; empty when it stands on none.
 * @param {Field} field
 */
export function chosenText(field) {
  return optionsOf(field).find(({ isChosen }) => isChosen)?.text.trim() ?? "";
}

/**
 * Returns what people read of the option that stands for an id, where that says something else than the policy.
 * @param {Field} field
 * @param {string} id
 * @param {Level[]} levels
 * @param {Record<string, string>} map
 * @returns {string} Empty where it says the same, or where it is not read.
 */
export function labelOf(field, id, levels, map) {
  const level = levels.find((candidate) => candidate.id === id);
  const isFree = !(field instanceof HTMLSelectElement) && field.type !== "radio";
  const text = level && !isFree ? (optionsOf(field).find((option) => fits(option, level, map))?.text.trim() ?? "") : "";
  const known = [id, ...Object.values(level?.name ?? {})].map(plain);
  return known.some((name) => plain(text).startsWith(name)) ? "" : text;
}

/**
 * Says whether a field stands on another option than the page came with.
 * @param {Field} field
 */
export function isChanged(field) {
  const options = optionsOf(field);
  const original = options.find(({ isDefault }) => isDefault) ?? (field instanceof HTMLSelectElement ? options[0] : undefined);
  const chosen = options.find(({ isChosen }) => isChosen);
  return chosen !== undefined && chosen !== original && chosen.value !== (original?.value ?? "");
}

/**
 * Chooses an id in a field, as a person does: what listens to it hears it.
 * @param {Field} field
 * @param {string} id
 * @param {Level[]} levels
 * @param {Record<string, string>} map
 * @returns {boolean} False when it has no such option.
 */
export function choose(field, id, levels, map) {
  const level = levels.find((candidate) => candidate.id === id);
  const isFree = !(field instanceof HTMLSelectElement) && field.type !== "radio";
  const option = isFree ? free(field, map[id] ?? id) : level && optionsOf(field).find((candidate) => fits(candidate, level, map));
  if (!option) {
    return false;
  }
  if (!option.isChosen) {
    option.choose();
  }
  return true;
}

/**
 * @param {Field} field
 * @returns {Option[]}
 */
function optionsOf(field) {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].map((option) => ({
      value: option.value,
      text: option.text,
      isChosen: option.selected,
      isDefault: option.defaultSelected,
      choose: () => write(field, option.value),
    }));
  }
  if (field.type !== "radio") {
    return [{ ...free(field, field.value), isChosen: true, isDefault: field.value === field.defaultValue }];
  }
  return groupOf(field).flatMap((radio) => {
    if (!(radio instanceof HTMLInputElement)) {
      return [];
    }
    const text = radio.labels?.[0]?.textContent ?? "";
    const { value, checked, defaultChecked } = radio;
    return [{ value, text, isChosen: checked, isDefault: defaultChecked, choose: () => radio.click() }];
  });
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} value
 * @returns {Option}
 */
function free(field, value) {
  return { value, text: value, isChosen: field.value === value, isDefault: false, choose: () => write(field, value) };
}

/**
 * Sets a field as a person does.
 * @param {Field} field
 * @param {string} value
 */
export function write(field, value) {
  // Past what a framework may have put before the property to see who writes.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  // A styled select is painted anew at `change` only.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * @param {Option} option
 * @param {Level} level
 * @param {Record<string, string>} map
 */
function fits({ value, text }, { id, name = {} }, map) {
  const [is, reads] = [plain(value), plain(text)];
  if (Object.hasOwn(map, id)) {
    const wanted = plain(String(map[id]));
    return is === wanted || reads === wanted;
  }
  const known = [id, ...Object.values(name)].map(plain);
  return known.includes(is) || known.includes(reads) || new RegExp(`^${plain(id).replace(/\W/g, "\\$&")}\\b`).test(reads);
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
