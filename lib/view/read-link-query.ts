import { unwrapLink } from "#lib/shared/mangled-link.ts";

/** What a link of ours may say beside where it leads. Null for what it does not say, or not in a way that could be understood. */
export interface LinkQuery {
  key: string | null;
  lang: string | null;
  theme: "light" | "dark" | null;
  w: string | null;
  x: string | null;
  card: string | null;
}

/** Quoted-printable's `&`: told from two characters of a key by what follows. */
const QUOTED_AMPERSAND = /=(?:26|3F)(?=(?:key|lang|theme)=)/gi;

/**
 * Reads the query of a link as it was meant, through whatever mail programs and scanners did to it: encoded again, escaped for
 * HTML, quoted-printable, in capitals, with others' parameters around ours and punctuation behind. Of two values the first counts.
 * Never throws, and never makes up what was not there.
 */
export function readLinkQuery(search: string): LinkQuery {
  const said = new Map<string, string>();
  for (const token of unwrapLink(search.replaceAll("+", " "))
    .replace(QUOTED_AMPERSAND, "&")
    .split(/[?&;？＆]/)) {
    const { name, value } = /^\s*(?<name>[a-z]+)\s*=(?<value>.*)$/i.exec(token)?.groups ?? {};
    if (name !== undefined && value !== undefined && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), value);
  }
  const read = <Value>(name: keyof LinkQuery, reader: (text: string) => Value | null): Value | null => {
    const text = said.get(name);
    return text === undefined ? null : reader(text.replace(GLUED_BEFORE, ""));
  };
  return {
    key: read("key", readKey),
    lang: read("lang", readLang),
    theme: read("theme", readTheme),
    w: read("w", readDigits),
    x: read("x", readDigits),
    card: read("card", readDigits),
  };
}

const GLUED_BEFORE = /^[\s"'<(]+/;

function readLang(text: string): string | null {
  return matched(/^(?:3D)?([a-z]{2,3}(?:[-_][a-z\d]{1,8}){0,3})(?![\w-])/i, text)?.replaceAll("_", "-") ?? null;
}

function readTheme(text: string): LinkQuery["theme"] {
  const theme = matched(/^(?:3D)?(light|dark)(?![\w-])/i, text)?.toLowerCase();
  return theme === "light" || theme === "dark" ? theme : null;
}

function readDigits(text: string): string | null {
  return matched(/^(?:3D)?(\d{1,6})(?!\.?\w)/i, text);
}

/** The 32 lower-case characters of a token, and none beside them. */
const KEY = /^([0-9a-hjkmnp-tv-z]{32})(?![a-z\d])/;

/** A key may begin with `3d` by itself: only one that is too long for a key had it put before it. */
function readKey(text: string): string | null {
  const whole = text.toLowerCase();
  const joined = whole.replace(/[\s=]+/g, "");
  for (const attempt of [whole, whole.replace(/^3d/, ""), joined, joined.replace(/^3d/, "")]) {
    const key = matched(KEY, attempt);
    if (key !== null) return key;
  }
  return null;
}

function matched(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
