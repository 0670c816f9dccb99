import type { Queryable } from "#lib/db/engine/database.ts";
import type { DomainRef } from "#lib/db/queries/domains.ts";
import { insertNotice, resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";

export const DOMAIN_NOTICES = ["domain.lost", "domain.ended"] as const satisfies readonly NoticeKind[];

export async function raiseDomainNotice(
  trx: Queryable,
  { now, random }: { now: Instant; random: RandomBytes },
  { id, merchantId }: DomainRef,
  notice: { kind: (typeof DOMAIN_NOTICES)[number]; message: string },
): Promise<void> {
  const about = { merchant_id: merchantId, mode: "production", subject: id } as const;
  await insertNotice(trx, { id: newId("ntc", random), ...about, created_at: now, ...notice });
}

export async function resolveDomainNotices(trx: Queryable, { id, merchantId }: DomainRef, now: Instant): Promise<void> {
  await resolveNoticesAbout(trx, { merchantId, subject: id, kinds: DOMAIN_NOTICES }, now);
}
