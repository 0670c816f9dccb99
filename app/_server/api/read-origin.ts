import { readRequestFacts } from "../request-facts.ts";

/** Names, numbers and ports: nothing that could mean anything in HTML or JSON, where the origin is written. */
const PLAIN_HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Scheme and host as the caller wrote them: a proxy is believed where it is trusted, else the scheme is that of `publicOrigin`. */
export function readOrigin(request: Request, config: { trustedProxies: number; publicOrigin: string }): string {
  const forwarded = config.trustedProxies > 0 ? request.headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim() : undefined;
  const scheme = forwarded === "http" || forwarded === "https" ? forwarded : new URL(config.publicOrigin).protocol.slice(0, -1);
  const { host } = readRequestFacts(request, config);
  const origin = `${scheme}://${host}`;
  return PLAIN_HOST.test(host) && URL.canParse(origin) ? new URL(origin).origin : config.publicOrigin;
}
