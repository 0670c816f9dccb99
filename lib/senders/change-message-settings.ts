import { z } from "zod";
import { emailAddress } from "#lib/contracts/email-address.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import { saveMessageSettings } from "#lib/db/queries/message-settings.ts";
import { findSenderDomainByName } from "#lib/db/queries/sender-domains.ts";
import type { MessageSettingsTable } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { NEWS_TOPICS, orderTopics } from "#lib/tracking/news-topic.ts";
import { newSettingsRow } from "./message-settings.ts";
import { domainOfAddress } from "./sender-domain.ts";

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** What may be changed; what is left out stays as it is. */
export const settingsChangesSchema = z.strictObject({
  isOn: z.boolean().optional(),
  topics: z.array(z.enum(NEWS_TOPICS)).min(1, "must be at least one: switch messages off to send none").optional(),
  fromAddress: emailAddress.nullable().optional(),
  replyTo: emailAddress.nullable().optional(),
  quietHours: z
    .strictObject({ from: minuteOfDay, until: minuteOfDay })
    .refine(({ from, until }) => from !== until, { message: "must not end when they begin", path: ["until"] })
    .nullable()
    .optional(),
});

export type SettingsChanges = z.input<typeof settingsChangesSchema>;

export type ChangeSettingsOutcome = { kind: "changed" } | { kind: "invalid"; issues: Issue[] };

/** Messages that wait are sent by what is set when their time comes. */
export async function changeMessageSettings(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  { merchantId, changes }: { merchantId: MerchantId; changes: SettingsChanges },
): Promise<ChangeSettingsOutcome> {
  const read = settingsChangesSchema.safeParse(changes);
  if (!read.success) return { kind: "invalid", issues: read.error.issues.map(({ path, message }) => ({ path: path.join("."), message })) };
  const now = ctx.clock.now();
  const defaults = newSettingsRow(merchantId, { now, random: ctx.random });
  return ctx.db.kysely.transaction().execute(async (trx): Promise<ChangeSettingsOutcome> => {
    const { fromAddress } = read.data;
    if (fromAddress) {
      const sender = await findSenderDomainByName(trx, { merchantId, domain: domainOfAddress(fromAddress) });
      if (sender?.state !== "verified") return { kind: "invalid", issues: [{ path: "fromAddress", message: NOT_PROVEN }] };
    }
    await saveMessageSettings(trx, defaults, columnsOf(read.data));
    return { kind: "changed" };
  });
}

const NOT_PROVEN = "must be at a domain that is proven below";

function columnsOf({
  isOn,
  topics,
  fromAddress,
  replyTo,
  quietHours,
}: z.output<typeof settingsChangesSchema>): Partial<MessageSettingsTable> {
  return {
    ...(isOn !== undefined && { is_on: isOn ? 1 : 0 }),
    ...(topics && { topics: topicsColumn.write(orderTopics(topics)) }),
    ...(fromAddress !== undefined && { from_address: fromAddress }),
    ...(replyTo !== undefined && { reply_to: replyTo }),
    ...(quietHours !== undefined && { quiet_from: quietHours?.from ?? null, quiet_until: quietHours?.until ?? null }),
  };
}
