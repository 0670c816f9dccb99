import type { Queryable } from "#lib/db/engine/database.ts";
import { insertNotice, resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import type { SenderDomainRef } from "#lib/db/queries/sender-domains.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";

export async function raiseSenderNotice(
  trx: Queryable,
  { now, random }: { now: Instant; random: RandomBytes },
  { id, merchantId }: SenderDomainRef,
  message: string,
): Promise<void> {
  const about = { merchant_id: merchantId, mode: "production", subject: id } as const;
  await insertNotice(trx, { id: newId("ntc", random), ...about, created_at: now, kind: "sender.lost", message });
}

export async function resolveSenderNotices(trx: Queryable, { id, merchantId }: SenderDomainRef, now: Instant): Promise<void> {
  await resolveNoticesAbout(trx, { merchantId, subject: id, kinds: ["sender.lost"] }, now);
}
