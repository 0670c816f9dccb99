export const MOST_EMBED_ORIGINS = 20;

/** Names as a content security policy can say them: it knows no IPv6, and of the numbered addresses only this machine's. */
const NAME = /^(?=.*[a-z])[a-z\d-]+(?:\.[a-z\d-]+)*$/;
const THIS_MACHINE: ReadonlySet<string> = new Set(["localhost", "127.0.0.1"]);

/**
 * A place whose pages may show a parcel's news in a frame, in its one spelling: `https://shop.example`, with a port where it has one,
 * `https://*.shop.example` for everything below a domain, and plain http on this machine only. Null for whatever is more or less than that.
 */
export function readEmbedOrigin(text: string): string | null {
  const [, scheme, below = "", host] = /^(https?):\/\/(\*\.)?([^/?#@\s*]+)\/?$/i.exec(text.trim()) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const url = URL.parse(`${scheme}://${host}`);
  if (url === null) return null;
  const isThisMachine = THIS_MACHINE.has(url.hostname);
  const isName = NAME.test(url.hostname) && (below === "" || url.hostname.includes("."));
  if (isThisMachine ? below !== "" : !isName || url.protocol !== "https:") return null;
  return `${url.protocol}//${below}${url.host}`;
}

/** The policy's `frame-ancestors`. Whatever is no origin stays out, and without any nobody may. */
export function frameAncestors(origins: readonly string[]): string {
  const read = origins.slice(0, MOST_EMBED_ORIGINS).flatMap((origin) => readEmbedOrigin(origin) ?? []);
  return read.length === 0 ? "'none'" : read.join(" ");
}
