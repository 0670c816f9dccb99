const UNESCAPED: Readonly<Record<string, string>> = { n: "\n", N: "\n" };

const OF_ZONES = new Set(["VTIMEZONE", "STANDARD"]);

/**
 * Reads iCalendar as strictly as RFC 5545 asks: CRLF, at most 75 octets a line, properties before components, one component at least,
 * all of them closed. Throws on anything else.
 */
export function readCalendar(text: string): { calendar: Map<string, string>; events: Map<string, string>[] } {
  if (!text.endsWith("\r\n")) throw new Error("the last line has no end");
  const lines = text.slice(0, -2).split("\r\n");
  const tooLong = lines.find((line) => new TextEncoder().encode(line).length > 75);
  if (tooLong !== undefined) throw new Error(`longer than 75 octets: ${tooLong}`);
  if (lines.some((line) => /[\r\n]/.test(line))) throw new Error("a line break that is no CRLF");
  const calendar = new Map<string, string>();
  const events: Map<string, string>[] = [];
  const open: string[] = [];
  let components = 0;
  for (const line of lines
    .join("\r\n")
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")) {
    const { name, value } = /^(?<name>[A-Z\d-]+(?:;[A-Z-]+=[^:;]+)*):(?<value>.*)$/su.exec(line)?.groups ?? {};
    if (name === undefined || value === undefined) throw new Error(`no content line: ${JSON.stringify(line)}`);
    if (name === "BEGIN") {
      if (open.length === 1) components++;
      open.push(value);
      if (value === "VEVENT") events.push(new Map());
    } else if (name === "END") {
      if (open.pop() !== value) throw new Error(`${value} ends and never began`);
    } else {
      if (open.length === 1 && components > 0) throw new Error(`behind a component: ${name}`);
      if (OF_ZONES.has(open.at(-1) ?? "")) continue;
      const properties = open.at(-1) === "VEVENT" ? events.at(-1) : calendar;
      if (properties?.has(name)) throw new Error(`${name} twice`);
      properties?.set(name, unescapeText(value));
    }
  }
  if (open.length > 0) throw new Error(`${open} never ends`);
  if (components === 0) throw new Error("a calendar of nothing");
  return { calendar, events };
}

function unescapeText(value: string): string {
  return value.replace(/\\(.)/gsu, (_, escaped: string) => UNESCAPED[escaped] ?? escaped);
}
