import { CLIENT_SUPPORT, type StandIn } from "./client-support.data.ts";

/** For whom a part of a mail is: Word reads conditional comments, nobody else does. */
type Audience = "all" | "word" | "not_word";

export interface MailElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  style: Readonly<Record<string, string>>;
  audience: Audience;
  parent: MailElement | null;
}

const TOKEN = /<!--\[if (?<condition>!?mso)\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->|<(?<end>\/)?(?<name>[a-z][\w:-]*)(?<attributes>[^>]*)>/gi;
const ATTRIBUTE = /(?<name>[\w:-]+)="(?<value>[^"]*)"/g;
const EMPTY = new Set(["img", "w:anchorlock", "br", "meta", "hr"]);

/** The elements of a mail's body, in order. Reads markup as we write it: every attribute has its quotation marks. */
export function readMail(html: string): MailElement[] {
  const elements: MailElement[] = [];
  let parent: MailElement | null = null;
  let audience: Audience = "all";
  for (const { 0: token, groups = {} } of html.matchAll(TOKEN)) {
    const { condition, end, name, attributes = "" } = groups;
    if (condition) audience = condition === "mso" ? "word" : "not_word";
    else if (!name) audience = "all";
    else if (end) parent = enclosing(parent);
    else {
      const read = Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(({ groups: each }) => [each?.name ?? "", each?.value ?? ""]));
      const element: MailElement = { name: name.toLowerCase(), attributes: read, style: readStyle(read.style ?? ""), audience, parent };
      elements.push(element);
      if (!EMPTY.has(element.name) && !token.endsWith("/>")) parent = element;
    }
  }
  if (parent !== null) throw new Error(`<${parent.name}> is not closed.`);
  return elements;
}

/** Assigned in the loop, it is narrowed to what it began as. */
const enclosing = (element: MailElement | null) => element?.parent ?? null;

function readStyle(style: string): Record<string, string> {
  const declarations = style.split(";").filter((each) => each.includes(":"));
  return Object.fromEntries(
    declarations.map((each) => [each.slice(0, each.indexOf(":")).trim(), each.slice(each.indexOf(":") + 1).trim()]),
  );
}

const forWord = ({ audience }: MailElement) => audience === "word";
const notForWord = ({ audience }: MailElement) => audience === "not_word";

const STAND_INS: Readonly<Record<StandIn, (element: MailElement) => boolean>> = {
  looks_only: () => true,
  unheard: () => true,
  only_for_word: forWord,
  not_for_word: notForWord,
  width_attribute: (element) => element.attributes.width !== undefined || forWord(element) || notForWord(element),
  no_height_attribute: ({ attributes }) => attributes.height === undefined,
  bgcolor_attribute: ({ attributes, style, parent }) =>
    [attributes.bgcolor, parent?.attributes.bgcolor, parent?.parent?.attributes.bgcolor].includes(style["background-color"]),
  direction_style: ({ attributes, style }) => style.direction === attributes.dir,
  dir_attribute: ({ attributes, style }) => attributes.dir === style.direction,
  cell_or_not_for_word: (element) => element.name === "td" || notForWord(element),
  picture_or_not_for_word: (element) => element.name === "img" || notForWord(element),
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
