import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Way } from "#lib/db/queries/parcel-search.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { emailDigest } from "./customer-email.ts";

/** Longer than any number or address. */
const LONGEST_QUERY = 320;

/**
 * What somebody typed into the search field → where to look, one after the other: for the parcels of an e-mail address, or for
 * tracking numbers and order numbers that begin so, in whatever spelling. Null where nothing was typed.
 */
export function readParcelQuery(ctx: { vault: Pick<Vault, "digest"> }, typed: string): Way[] | null {
  const text = typed.trim().slice(0, LONGEST_QUERY);
  if (text === "") return null;
  if (text.includes("@")) return [{ by: "email", digest: emailDigest(ctx, text) }];
  const number = readNumberBeginning(text);
  const orders = orderNumbersBeginning(text).map((beginning): Way => ({ by: "order", beginning, unless: number }));
  return number === null ? orders : [{ by: "number", beginning: number }, ...orders];
}

/** A number has at least four letters, the beginning of one need not. */
function readNumberBeginning(text: string): string | null {
  return normalizeTrackingNumber(text) ?? (normalizeTrackingNumber(`${text}0000`)?.slice(0, -4) || null);
}

/** Shops write "#1001" in mails and "1001" in data, or the other way round. */
function orderNumbersBeginning(text: string): string[] {
  const bare = text.replace(/^#+/, "");
  if (bare === "") return [text];
  return [...new Set([bare, bare.toUpperCase()].flatMap((spelling) => [spelling, `#${spelling}`]))];
}
