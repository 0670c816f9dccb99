import { topicsColumn } from "#lib/db/json-columns.ts";
import type { MessageSettingsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { type MerchantId, type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import type { SmsAccount } from "#lib/sms/sms-provider.ts";
import { NEWS_TOPICS, type NewsTopic, orderTopics } from "#lib/tracking/news-topic.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { SMS_ACCOUNT_PURPOSE, smsAccountSchema } from "./sms-account.ts";

/** Minutes after midnight where the shopper is. They go over midnight where `until` is not after `from`. */
export interface QuietHours {
  from: number;
  until: number;
}

/** Whether and how a merchant writes to shoppers. */
export interface MessageSettings {
  isOn: boolean;
  /** What shoppers may choose from, in the order of a parcel's life. */
  topics: readonly NewsTopic[];
  /** At one of the merchant's proven sender domains; null for the installation's own. */
  fromAddress: string | null;
  /** Null for the address of the shop's support. */
  replyTo: string | null;
  quietHours: QuietHours | null;
  /** Null where no SMS are sent. */
  sms: SmsAccount | null;
  /** Last segment of the address for reports of bounces and complaints; null until something was set. */
  reportsToken: string | null;
}

/** From half past nine in the evening until eight in the morning: news of a parcel wakes nobody, and is there for breakfast. */
export const USUAL_QUIET_HOURS: QuietHours = { from: 21 * 60 + 30, until: 8 * 60 };

export const DEFAULT_SETTINGS: MessageSettings = {
  isOn: true,
  topics: NEWS_TOPICS,
  fromAddress: null,
  replyTo: null,
  quietHours: USUAL_QUIET_HOURS,
  sms: null,
  reportsToken: null,
};

export function readMessageSettings(row: MessageSettingsTable, vault: Vault): MessageSettings {
  return {
    isOn: row.is_on === 1,
    topics: orderTopics(topicsColumn.read(row.topics)),
    fromAddress: row.from_address,
    replyTo: row.reply_to,
    quietHours: row.quiet_from === null || row.quiet_until === null ? null : { from: row.quiet_from, until: row.quiet_until },
    sms: row.sms_account === null ? null : smsAccountSchema.parse(JSON.parse(vault.open(row.sms_account, SMS_ACCOUNT_PURPOSE))),
    reportsToken: row.reports_token,
  };
}

/** What the defaults are in the database, for a merchant who sets something for the first time. */
export function newSettingsRow(merchantId: MerchantId, { now, random }: { now: Instant; random: RandomBytes }): MessageSettingsTable {
  return {
    merchant_id: merchantId,
    is_on: DEFAULT_SETTINGS.isOn ? 1 : 0,
    topics: topicsColumn.write([...DEFAULT_SETTINGS.topics]),
    from_address: null,
    reply_to: null,
    quiet_from: USUAL_QUIET_HOURS.from,
    quiet_until: USUAL_QUIET_HOURS.until,
    sms_account: null,
    reports_token: randomToken(random),
    updated_at: now,
  };
}
