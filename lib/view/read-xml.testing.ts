export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!\[CDATA\[(?<cdata>.*?)\]\]>|<\?[^?]*\?>|<(?<end>\/)?(?<name>[\w:-]+)(?<attributes>(?:\s+[\w:-]+="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gsuy;
/** What XML 1.0 lets a document hold. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads a document and throws where it is not well-formed; the root's parent is its answer's only child's. */
export function readXml(text: string): XmlElement {
  if (FORBIDDEN.test(text)) throw new Error("a character XML does not allow");
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text)?.groups;
    if (!found) throw new Error(`not well-formed at ${JSON.stringify(text.slice(at, at + 60))}`);
    const parent = open.at(-1) as XmlElement;
    if (found.cdata !== undefined) parent.text += found.cdata;
    else if (found.text !== undefined) parent.text += decode(found.text);
    else if (found.end !== undefined) {
      if (open.pop()?.name !== found.name) throw new Error(`</${found.name}> closes nothing`);
    } else if (found.name !== undefined) {
      const attributes = [...(found.attributes ?? "").matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        decode(value),
      ]);
      const element: XmlElement = { name: found.name, attributes: Object.fromEntries(attributes), children: [], text: "" };
      parent.children.push(element);
      if (found.empty === undefined) open.push(element);
    }
  }
  const [root, ...others] = top.children;
  if (!root || others.length > 0 || open.length !== 1) throw new Error("no document of one root");
  return root;
}

function decode(text: string): string {
  return text.replace(/&(?:(\w+);)?/g, (entity, name: string | undefined) => {
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`${entity} is no entity`);
    return character;
  });
}
