import type { Database } from "#lib/db/engine/database.ts";
import { saveMessageSettings } from "#lib/db/queries/message-settings.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import { newSettingsRow } from "./message-settings.ts";

/** Gives a merchant a new address for reports of bounces and complaints; the old one is nobody's from then on. */
export async function rotateReportsToken(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  merchantId: MerchantId,
): Promise<string> {
  const token = randomToken(ctx.random);
  const defaults = newSettingsRow(merchantId, { now: ctx.clock.now(), random: ctx.random });
  await saveMessageSettings(ctx.db.kysely, defaults, { reports_token: token });
  return token;
}
