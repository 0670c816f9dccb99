import { cookies } from "next/headers";

const ATTRIBUTES: Readonly<Record<string, (value: string) => object>> = {
  path: (path) => ({ path }),
  "max-age": (seconds) => ({ maxAge: Number(seconds) }),
  httponly: () => ({ httpOnly: true }),
  secure: () => ({ secure: true }),
  samesite: (value) => ({ sameSite: value.toLowerCase() }),
};

/** Puts `Set-Cookie` values on the answer of an action, which Next lets us write by name and attribute only. */
export async function setCookies(values: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, attributes } of values.map(readSetCookie)) jar.set(name, value, attributes);
}

export function readSetCookie(text: string): { name: string; value: string; attributes: Record<string, unknown> } {
  const [pair = "", ...rest] = text.split(";").map((part) => part.trim());
  const [name, value] = splitAt(pair);
  const attributes = rest.map((part) => {
    const [key, setting] = splitAt(part);
    return ATTRIBUTES[key.toLowerCase()]?.(setting) ?? {};
  });
  return { name, value: decodeURIComponent(value), attributes: Object.assign({}, ...attributes) as Record<string, unknown> };
}

function splitAt(text: string): [before: string, after: string] {
  const cut = text.indexOf("=");
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}
