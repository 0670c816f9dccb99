import type { Database } from "#lib/db/engine/database.ts";
import { isHostOrSlugServed } from "#lib/db/queries/domains.ts";
import { resolveHost } from "#lib/merchants/resolve-host.ts";
import { type PlatformConfig, platformHost } from "./platform.ts";

/**
 * Whether a certificate is worth getting for a host: the platform's, a merchant's below it, or one somebody has proven.
 * Visitors' sandboxes come and go by the hundred, and certificates are counted: their pages live under the platform's host alone.
 */
export async function isServedHost(ctx: { db: Database; config: PlatformConfig }, text: string | null): Promise<boolean> {
  const { platformDomain } = ctx.config;
  const { host, slug } = resolveHost(text, platformDomain);
  if (host === null) return false;
  if (host === platformDomain || host === platformHost(ctx.config)) return true;
  return isHostOrSlugServed(ctx.db, { host, slug: slug ?? "" });
}
