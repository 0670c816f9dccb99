import type { OrdersTable } from "#lib/db/schema.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type AsOf, compareAsOf } from "./as-of.ts";

/** Where an order keeps its shopper's address: sealed, and found by its digest. */
export type CustomerEmailColumns = Pick<OrdersTable, "customer_email" | "customer_email_digest" | "customer_email_as_of">;

const NO_CUSTOMER_EMAIL: CustomerEmailColumns = { customer_email: null, customer_email_digest: null, customer_email_as_of: "" };

const PURPOSE = "orders.customer_email";

/** What the orders of one shopper are found by, however the address was typed. */
export function emailDigest({ vault }: { vault: Pick<Vault, "digest"> }, email: string): string {
  return vault.digest(email.trim().toLowerCase().normalize("NFC"), PURPOSE);
}

export function readCustomerEmail(
  { vault }: { vault: Pick<Vault, "open"> },
  { customer_email: sealed }: Pick<OrdersTable, "customer_email">,
): string | null {
  return sealed === null ? null : vault.open(sealed, PURPOSE);
}

/** What an order keeps of an address from then on: silence takes none away, and the same one stays as it was sealed. */
export function tellCustomerEmail(
  ctx: { vault: Pick<Vault, "seal" | "digest"> },
  { email, asOf }: { email: string | null; asOf: AsOf },
  stored: CustomerEmailColumns = NO_CUSTOMER_EMAIL,
): CustomerEmailColumns {
  if (email === null) return stored;
  const digest = emailDigest(ctx, email);
  const sealed = digest === stored.customer_email_digest ? stored.customer_email : ctx.vault.seal(email.trim(), PURPOSE);
  return { customer_email: sealed, customer_email_digest: digest, customer_email_as_of: asOf };
}

/** Whether an address is later news than the one an order has. Of two of the same moment the digest decides, so that shuffled deliveries end alike. */
export function isLaterEmail(told: CustomerEmailColumns, stored: CustomerEmailColumns): boolean {
  const order = compareAsOf(told.customer_email_as_of, stored.customer_email_as_of);
  return order === 0 ? (told.customer_email_digest ?? "") > (stored.customer_email_digest ?? "") : order > 0;
}
