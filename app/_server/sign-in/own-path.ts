const HOME = "/admin";
const NOWHERE = "http://nowhere.invalid";

/** Where to go after signing in: a path of the console itself, whatever an address asks for. */
export function ownPath(text: unknown): string {
  if (typeof text !== "string" || !/^\/admin(?:[/?#]|$)/.test(text) || !URL.canParse(text, NOWHERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(text, NOWHERE);
  const isOurs = origin === NOWHERE && /^\/admin(?:\/|$)/.test(pathname);
  return isOurs ? pathname + search + hash : HOME;
}
