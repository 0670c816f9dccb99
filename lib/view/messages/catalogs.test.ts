import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import { LANGUAGES, languageOf, type MessageKey } from "../languages.ts";

const english = languageOf("en").messages;
const keys = Object.keys(english) as MessageKey[];
const others = LANGUAGES.filter(({ tag }) => tag !== "en");

type Element = ReturnType<typeof parse>[number];

function placeholders(message: string): string[] {
  const names = (elements: Element[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
      if (element.type !== TYPE.plural) return "value" in element ? [element.value] : [];
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => names(value))];
    });
  return [...new Set(names(parse(message)))].sort();
}

function pluralCategories(message: string): string[][] {
  return parse(message).flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options).sort()] : []));
}

describe("the message catalogs", () => {
  it.each(others)("$name has exactly the keys of English", ({ messages }) => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  });

  it.each(LANGUAGES)("$name leaves no text empty or with stray spaces", ({ messages }) => {
    expect(keys.filter((key) => messages[key].trim() === "" || messages[key] !== messages[key].trim())).toEqual([]);
  });

  it.each(others)("$name uses the placeholders of English", ({ tag, messages }) => {
    const said = Object.fromEntries(keys.map((key) => [key, placeholders(messages[key])]));
    const wanted = Object.fromEntries(keys.map((key) => [key, placeholders(english[key])]));
    // Weekdays need no word of their own in some languages, but the day itself is never lost.
    expect(said, tag).toEqual(wanted);
  });

  it.each(LANGUAGES)("$name has every plural form its grammar needs", ({ tag, messages }) => {
    const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const forms = keys.flatMap((key) => pluralCategories(messages[key]));
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.filter((categories) => categories.join() !== needed.join())).toEqual([]);
  });

  it.each(others)("$name holds no text left in English", ({ messages }) => {
    const shared = new Set([
      "UTC",
      "{time} UTC",
      "{time} UTC, {day}",
      "{day}",
      "{day} {time}",
      "{what}.",
      "{headline}, {where}",
      "{status} · {shop}",
      "Route",
    ]);
    expect(keys.filter((key) => messages[key] === english[key] && !shared.has(english[key]))).toEqual([]);
  });

  it.each(others.filter(({ tag }) => tag !== "de"))("$name is written in its own script", ({ messages }) => {
    const latin = (key: MessageKey) => messages[key].replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|Waymark|UTC/g, "").match(/[A-Za-z]{2,}/g);
    expect(keys.filter((key) => latin(key) !== null)).toEqual([]);
  });

  it("has words for every status, headline, substatus and action", () => {
    const actions = Object.values(SUBSTATUSES).flatMap(({ action }) => (action === null ? [] : [`action.${action.code}`]));
    const wanted = [
      ...STATUSES.flatMap((status) => [`status.${status}`, `headline.${status}`]),
      ...Object.keys(SUBSTATUSES).map((substatus) => `substatus.${substatus}`),
      ...actions,
    ];
    expect(wanted.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });
});
