import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { CLIENT_SUPPORT, type StandIn } from "./client-support.data.ts";

/** For whom a part of a mail is: Word reads conditional comments, nobody else does. */
type Audience = "all" | "word" | "not_word";

export interface MailElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  style: Readonly<Record<string, string>>;
  audience: Audience;
  parent: MailElement | null;
  /** Between its tags, but not within another element's. */
  text: string;
}

const TOKEN =
  /<!--\[if (?<condition>!?mso)(?: \| IE)?\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->|<(?<end>\/)?(?<name>[a-z][\w:-]*)(?<attributes>[^>]*)>|(?<text>[^<]+)/gi;
const ATTRIBUTE = /(?<name>[\w:-]+)="(?<value>[^"]*)"/g;
const EMPTY = new Set(["img", "w:anchorlock", "br"]);

/** The elements of a mail's body, in order. Reads markup as it is written here: every attribute has its quotation marks. */
export function readMail(html: string): MailElement[] {
  const elements: MailElement[] = [];
  let parent: MailElement | null = null;
  let audience: Audience = "all";
  for (const { 0: token, groups = {} } of html.matchAll(TOKEN)) {
    const { condition, end, name, attributes = "", text } = groups;
    if (condition) audience = condition === "mso" ? "word" : "not_word";
    else if (text !== undefined) sayIn(parent, text);
    else if (!name) audience = "all";
    else if (end) parent = enclosing(parent);
    else {
      const element: MailElement = { name: name.toLowerCase(), ...readAttributes(attributes), audience, parent, text: "" };
      elements.push(element);
      if (!EMPTY.has(element.name) && !token.endsWith("/>")) parent = element;
    }
  }
  if (parent !== null) throw new Error("Something is not closed.");
  return elements;
}

/** Assigned in the loop, it is narrowed to what it began as. */
const enclosing = (element: MailElement | null) => element?.parent ?? null;

function sayIn(element: MailElement | null, text: string): void {
  if (element) element.text += text.trim();
}

function readAttributes(text: string): Pick<MailElement, "attributes" | "style"> {
  const attributes = Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(({ groups }) => [groups?.name ?? "", groups?.value ?? ""]));
  const declarations = (attributes.style ?? "").replaceAll("&#39;", "'").split(";");
  const style = declarations.flatMap((each) => {
    const cut = each.indexOf(":");
    return cut < 0 ? [] : [[each.slice(0, cut).trim(), each.slice(cut + 1).trim()] as const];
  });
  return { attributes, style: Object.fromEntries(style) };
}

/** An element and what is around it, from within. */
function* outwards(element: MailElement): Generator<MailElement> {
  for (let each: MailElement | null = element; each !== null; each = each.parent) yield each;
}

const forWord = ({ audience }: MailElement) => audience === "word";
const isHidden = ({ style }: MailElement) => style.display === "none";
/** Word does not see it, or has a shape or a column of its own for it. */
const isNotLaidOutByWord = (element: MailElement) =>
  element.audience === "not_word" || isHidden(element) || [...outwards(element)].some(forWord);

const STAND_INS: Readonly<Record<StandIn, (element: MailElement) => boolean>> = {
  looks_only: () => true,
  unheard: () => true,
  only_for_word: forWord,
  hidden_anyway: isHidden,
  width_that_word_reads: (element) =>
    element.attributes.width !== undefined || ["table", "td"].includes(element.name) || isNotLaidOutByWord(element),
  height_is_left_open: ({ attributes, style }) => style.height !== "auto" || attributes.height === undefined,
  readable_without_ground: (element) =>
    colorOf(element) === null || contrastRatio(colorOf(element) ?? "", groundByAttributes(element)) >= 4.5,
  padding_that_word_reads: (element) => element.name === "td" || element.audience === "not_word" || element.text === "",
  display_that_word_reads: (element) => element.name === "img" || element.style.display === "none" || isNotLaidOutByWord(element),
};

/** What some mail program would not draw, and nothing stands in for; as sentences. */
export function findUnsupported(html: string): string[] {
  return readMail(html).flatMap((element) => {
    const { name, attributes, style } = element;
    const features = [`<${name}>`, ...Object.keys(attributes).map((attribute) => `[${attribute}]`), ...Object.keys(style)];
    return features.flatMap((feature) => complaintAbout(feature, element));
  });
}

function complaintAbout(feature: string, element: MailElement): string[] {
  const support = CLIENT_SUPPORT[feature];
  if (!support) return [`${feature} on <${element.name}>: nobody looked up who draws it`];
  const { lacks, standIn } = support;
  const clients = Object.keys(lacks);
  if (clients.length === 0 || (standIn !== null && STAND_INS[standIn](element))) return [];
  return [`${feature} on <${element.name}>: ${clients.join(", ")} would need ${standIn ?? "something"}`];
}

export interface MailText {
  text: string;
  color: string;
  /** Where everything is drawn. */
  ground: string;
  /** Where grounds count that attributes tell, and others are white: GMX draws no other. */
  groundByAttributes: string;
}

/** Every text that is seen, what stands in for pictures among it. */
export function listTexts(html: string): MailText[] {
  return readMail(html).flatMap((element) => {
    const text = element.name === "img" ? (element.attributes.alt ?? "") : element.text;
    const color = colorOf(element);
    if (text.replaceAll(/&#?\w+;/g, "") === "" || color === null || [...outwards(element)].some(isHidden)) return [];
    return [{ text, color, ground: groundOf(element), groundByAttributes: groundByAttributes(element) }];
  });
}

const colorOf = (element: MailElement) => firstOf(element, ({ style }) => style.color);
const groundOf = (element: MailElement) =>
  firstOf(element, ({ style, attributes }) => style["background-color"] ?? attributes.fillcolor ?? attributes.bgcolor) ?? "#ffffff";
const groundByAttributes = (element: MailElement) =>
  firstOf(element, (each) => each.attributes.fillcolor ?? (forWord(each) ? undefined : each.attributes.bgcolor)) ?? "#ffffff";

function firstOf(element: MailElement, read: (element: MailElement) => string | undefined): string | null {
  for (const each of outwards(element)) {
    const found = read(each);
    if (found) return found;
  }
  return null;
}
