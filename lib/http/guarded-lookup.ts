import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./is-public-address.ts";
import { PRIVATE_TARGET } from "./read-target.ts";

/** Thrown instead of connecting. */
export class RefusedTarget extends Error {
  override readonly name = "RefusedTarget";
}

/**
 * Resolves a name for a connection, and refuses where one of its addresses is not public. Exactly the addresses judged here are
 * connected to, so a name that answers differently the next moment gains nothing.
 */
export function guardLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const found: LookupAddress[] = typeof address === "string" ? [{ address, family: family ?? 0 }] : (address ?? []);
      if (error === null && !found.every((entry) => isPublicAddress(entry.address))) {
        callback(new RefusedTarget(PRIVATE_TARGET), [], 0);
      } else {
        callback(error, address, family);
      }
    });
  };
}
