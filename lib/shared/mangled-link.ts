/**
 * Links are mangled on their way through mails: encoded once more, broken over lines, glued to the sentence they ended.
 * None of ours holds a character that any of this could mean otherwise, so what was done can be undone.
 */
const MOST_ENCODINGS = 4;
const ENCODED = /(?:%[\da-f]{2})+/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
/** Quoted-printable ends a line that goes on with `=`. */
const LINE_BREAK = /=?[\r\n]+[ \t]*/g;
/** `?` or `&`, or what quoted-printable makes of them: from there on it is no path. */
const QUERY_START = /[?&#;？＆]|=3F|=26/i;
const GLUED_BEFORE = /^[\s<>()[\]{}"'*‘“„«「『（【]+/;
const GLUED_BEHIND = /[\s<>()[\]{}"'*’”“»….,:!=|\\/。、，．：！」』）】،؛؟]/;

/** Without encodings, line breaks and what nobody sees, however often they were laid on. */
export function unwrapLink(text: string): string {
  let plain = text;
  for (let round = 0; round < MOST_ENCODINGS && plain.includes("%"); round++) plain = plain.replace(ENCODED, decodeRun);
  return plain.replace(INVISIBLE, "").replace(LINE_BREAK, "");
}

/** A path's segment, or a whole path, and the query that was encoded into it. */
export function splitMangledPath(text: string): { path: string; query: string } {
  const plain = unwrapLink(text);
  const start = plain.search(QUERY_START);
  const path = start < 0 ? plain : plain.slice(0, start);
  return { path: withoutGlued(path), query: start < 0 ? "" : plain.slice(start) };
}

/** Character by character: a pattern for the end alone would try every run of them on its way there. */
function withoutGlued(path: string): string {
  let end = path.length;
  while (end > 0 && GLUED_BEHIND.test(path.charAt(end - 1))) end--;
  return path.slice(0, end).replace(GLUED_BEFORE, "");
}

/** What is no UTF-8 stays encoded, save for its ASCII. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
