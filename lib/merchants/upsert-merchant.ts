import { type BrandInput, brandSchema } from "#lib/branding/brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { recordBrandVersion } from "#lib/db/queries/brand-versions.ts";
import { listTakenHosts, makeDefault, replaceHosts, upsertMerchantRow } from "#lib/db/queries/merchants.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { type Merchant, readMerchant, SLUG } from "./merchant.ts";
import { parseHost } from "./resolve-host.ts";

export interface UpsertMerchantInput {
  slug: string;
  brand: BrandInput;
  /** Replaces the hosts of a merchant already there. */
  hosts?: readonly string[];
  /** Makes this one the default; there is always exactly one. */
  isDefault?: boolean;
  /** For a new one that is a visitor's sandbox. */
  expiresAt?: Instant;
}

export type UpsertMerchantOutcome =
  | { kind: "saved"; merchant: Merchant }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "hosts_taken"; hosts: string[] };

export async function upsertMerchant(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  input: UpsertMerchantInput,
): Promise<UpsertMerchantOutcome> {
  const brand = brandSchema.safeParse(input.brand);
  const hosts = [...new Set((input.hosts ?? []).map((host) => parseHost(host) ?? ""))];
  const issues = [
    ...(SLUG.test(input.slug) ? [] : [{ path: "slug", message: "must be 1 to 40 lower-case letters, digits and inner hyphens" }]),
    ...(hosts.includes("") ? [{ path: "hosts", message: "must be host names such as track.example.com" }] : []),
    ...(brand.error?.issues ?? []).map((issue) => ({ path: ["brand", ...issue.path].join("."), message: issue.message })),
  ];
  if (!brand.success || issues.length > 0) return { kind: "invalid", issues };

  const now = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<UpsertMerchantOutcome> => {
    const taken = await listTakenHosts(trx, hosts, input.slug);
    if (taken.length > 0) return { kind: "hosts_taken", hosts: taken };

    const row = await upsertMerchantRow(trx, {
      id: newId("mrc", ctx.random),
      slug: input.slug,
      name: brand.data.name,
      is_default: 0,
      brand: JSON.stringify(brand.data),
      brand_version: 1,
      created_at: now,
      updated_at: now,
      expires_at: input.expiresAt ?? null,
    });
    const publication = { merchantId: row.id, version: row.brand_version, brand: row.brand, at: now };
    await recordBrandVersion(trx, { ...publication, by: null, note: null, restoredFrom: null });
    if (input.hosts) await replaceHosts(trx, row.id, hosts);
    if (input.isDefault) await makeDefault(trx, row.id);
    return { kind: "saved", merchant: readMerchant({ ...row, is_default: input.isDefault ? 1 : row.is_default }) };
  });
}
