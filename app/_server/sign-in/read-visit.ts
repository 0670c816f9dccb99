import type { Visit } from "#lib/accounts/sign-in.ts";
import { readRequestFacts } from "../request-facts.ts";

/** A request as sign-in looks at it, with the address that our own server saw. */
export function readVisit(headers: Headers, options: { trustedProxies: number }): Visit & { address: string } {
  const { clientAddress } = readRequestFacts(new Request("http://nowhere.invalid/", { headers }), options);
  return { headers, address: clientAddress };
}
