import type { Visit } from "#lib/accounts/sign-in.ts";
import { clientAddressOf } from "../request-facts.ts";

/** A request as sign-in looks at it, with the address that our own server saw. */
export function readVisit(headers: Headers, options: { trustedProxies: number }): Visit & { address: string } {
  return { headers, address: clientAddressOf(headers, options) };
}
