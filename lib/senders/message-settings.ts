import type { MessageSettingsTable } from "#lib/db/schema.ts";
import { NEWS_TOPICS, type NewsTopic } from "#lib/tracking/news-topic.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { SMS_ACCOUNT_PURPOSE, type SmsAccount, smsAccountSchema } from "./sms-account.ts";

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
const USUAL_QUIET_HOURS: QuietHours = { from: 21 * 60 + 30, until: 8 * 60 };

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
  const chosen = new Set<unknown>(JSON.parse(row.topics));
  return {
    isOn: row.is_on === 1,
    topics: NEWS_TOPICS.filter((topic) => chosen.has(topic)),
    fromAddress: row.from_address,
    replyTo: row.reply_to,
    quietHours: row.quiet_from === null || row.quiet_until === null ? null : { from: row.quiet_from, until: row.quiet_until },
    sms: row.sms_account === null ? null : smsAccountSchema.parse(JSON.parse(vault.open(row.sms_account, SMS_ACCOUNT_PURPOSE))),
    reportsToken: row.reports_token,
  };
}
