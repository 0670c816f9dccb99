/** What a Host header asks for: the host as written in the books, and the slug it would name under the platform's domain. */
export interface HostQuestion {
  host: string | null;
  slug: string | null;
}

const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/**
 * Lower case, without port and trailing dot; IPv6 in its brackets. Null for what is no host at all.
 * Never throws: the header is whatever a stranger sent.
 */
export function parseHost(header: string | null | undefined): string | null {
  const text = header?.trim().toLowerCase() ?? "";
  if (text.length === 0 || text.length > 260) return null;
  const literal = /^(\[[\da-f:.]+\])(?::\d{0,5})?$/.exec(text);
  if (literal?.[1]) return literal[1];
  const name = /^([^:]+?)\.?(?::\d{0,5})?$/.exec(text)?.[1];
  return name !== undefined && name.length <= 253 && name.split(".").every((label) => LABEL.test(label)) ? name : null;
}

/** `platformDomain` as in the configuration; a slug is exactly one label before it. */
export function resolveHost(header: string | null | undefined, platformDomain: string | null): HostQuestion {
  const host = parseHost(header);
  if (host === null || platformDomain === null) return { host, slug: null };
  const suffix = `.${platformDomain}`;
  if (!host.endsWith(suffix)) return { host, slug: null };
  const label = host.slice(0, -suffix.length);
  return { host, slug: label.includes(".") ? null : label };
}

/** The platform itself, not a merchant on it. */
export function isPlatformHost(header: string | null | undefined, platformDomain: string | null): boolean {
  const host = parseHost(header);
  return host !== null && (host === platformDomain || /^127\.|^\[::1\]$/.test(host));
}
