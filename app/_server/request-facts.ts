import { networkOf } from "#lib/http/network-of.ts";
import { splitMangledPath } from "#lib/shared/mangled-link.ts";
import { type LinkQuery, readLinkQuery } from "#lib/view/read-link-query.ts";
import { FRONT } from "./front.ts";
import { type ImageWish, readImageWish } from "./image-wish.ts";

/** What a document may know of a request; nothing of Next in it, so that any server can make one. */
export interface RequestFacts {
  host: string;
  /** Decoded once, without query. */
  path: string;
  /** `?lang=`, `?theme=` and `?key=`: nothing else in a query string has any meaning on a parcel's page, save for its image. */
  lang: LinkQuery["lang"];
  theme: LinkQuery["theme"];
  key: LinkQuery["key"];
  image: ImageWish;
  /** What the look-up form sends. */
  number: string | null;
  acceptLanguage: string | null;
  /** Empty unless our own server stands in front: see front.ts. */
  acceptEncoding: string;
  ifNoneMatch: string | null;
  /** The network it comes from, for rate limits; never stored. */
  client: string;
}

export function readRequestFacts(request: Request, options: { trustedProxies: number }): RequestFacts {
  const url = new URL(request.url);
  const header = (name: string) => request.headers.get(name);
  const path = decodePath(url.pathname);
  const { key, lang, theme, ...image } = readLinkQuery(`${splitMangledPath(path).query}&${url.search}`);
  const forwardedHost = options.trustedProxies > 0 ? header("x-forwarded-host") : null;
  return {
    host: forwardedHost ?? header("host") ?? url.host,
    path,
    ...{ lang, theme, key },
    image: readImageWish(image),
    number: url.searchParams.get("number"),
    acceptLanguage: header("accept-language"),
    acceptEncoding: (header(FRONT) && header("accept-encoding")) ?? "",
    ifNoneMatch: header("if-none-match"),
    client: networkOf(clientAddressOf(request.headers, options)),
  };
}

/** Every hop appends what it saw, our own socket last; behind that, only the trusted proxies' entries are believed. */
export function clientAddressOf(headers: Headers, { trustedProxies }: { trustedProxies: number }): string {
  const hops =
    headers
      .get("x-forwarded-for")
      ?.split(",")
      .map((hop) => hop.trim()) ?? [];
  return hops.at(-1 - trustedProxies) || hops[0] || "unknown";
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
