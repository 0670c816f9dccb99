import type { Config } from "#lib/config/config.ts";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { findMerchantOfReports } from "#lib/db/queries/message-settings.ts";
import { findMessageByProviderId, saveProviderId, updateMessageRow } from "#lib/db/queries/messages.ts";
import { deleteSuppression } from "#lib/db/queries/suppressions.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId, type MerchantId } from "#lib/shared/ids.ts";
import type { SmsReport } from "#lib/sms/sms-provider.ts";
import { SMS_PROVIDERS } from "#lib/sms/sms-providers.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { smsReportsUrl } from "../reports-address.ts";
import { SMS_SUPPRESSION } from "../sms-suppression.ts";
import { failReported, suppressReported } from "./suppress-reported.ts";

export interface SmsReportsContext {
  db: Database;
  clock: Clock;
  vault: Vault;
  config: Pick<Config, "publicOrigin">;
}

export interface TakeSmsReportInput {
  /** The last segment of the address it came to. */
  token: string;
  /** The message that our address for it named, if it did. */
  message: string | null;
  signature: string | null;
  /** `application/x-www-form-urlencoded`. */
  body: string;
}

export type TakeSmsReportOutcome = { kind: "taken" } | { kind: "token_unknown" } | { kind: "forged" };

/** What became of an SMS, or an answer to one, as the merchant's SMS provider tells it. */
export async function takeSmsReport(
  ctx: SmsReportsContext,
  { token, message, signature, body }: TakeSmsReportInput,
): Promise<TakeSmsReportOutcome> {
  const merchantId = await findMerchantOfReports(ctx.db.kysely, token);
  const account = merchantId === undefined ? null : (await loadMessageSettings(ctx, merchantId)).sms;
  if (merchantId === undefined || account === null) return { kind: "token_unknown" };
  const messageId = message !== null && isId("msg", message) ? message : null;
  const url = smsReportsUrl(ctx.config, token, messageId);
  const report = SMS_PROVIDERS[account.provider].readReport(account, { url, signature, form: [...new URLSearchParams(body)] });
  if (report === null) return { kind: "forged" };
  // The answer that would have told us its name may have been lost, or be on its way.
  if (messageId !== null && "providerId" in report) await saveProviderId(ctx.db.kysely, { id: messageId, merchantId }, report.providerId);
  if (report.kind !== "nothing_to_do") await ctx.db.kysely.transaction().execute((trx) => follow(trx, ctx, { merchantId, report }));
  return { kind: "taken" };
}

type TellingReport = Exclude<SmsReport, { kind: "nothing_to_do" }>;

/** What a report leads to; told again, to nothing more. */
async function follow(
  trx: Queryable,
  ctx: SmsReportsContext,
  { merchantId, report }: { merchantId: MerchantId; report: TellingReport },
): Promise<void> {
  const about = { merchantId, channel: "sms" } as const;
  switch (report.kind) {
    case "taken": {
      const message = await findMessageByProviderId(trx, { merchantId, providerId: report.providerId });
      if (message) await updateMessageRow(trx, { id: message.id, merchantId }, { state: "sent", problem: null }, { from: ["unclear"] });
      return;
    }
    case "undeliverable": {
      const { providerId, problem } = report;
      const reason = SMS_SUPPRESSION[report.because];
      if (reason === null) await markFailed(trx, ctx, { merchantId, providerId, problem });
      else await suppressReported(trx, ctx, { ...about, providerId, address: null, reason, problem });
      return;
    }
    case "stopped":
      await suppressReported(trx, ctx, { ...about, providerId: null, address: report.from, reason: "stopped", problem: null });
      return;
    case "started": {
      // It may be subscribed again, by its owner's own wish; nothing is sent because of this word alone.
      const digest = addressDigest(ctx, { ...about, address: report.from });
      await deleteSuppression(trx, { merchantId, addressDigest: digest }, ["stopped"]);
    }
  }
}

/** It says nothing of the number, which goes on getting messages. */
async function markFailed(
  trx: Queryable,
  ctx: SmsReportsContext,
  { merchantId, providerId, problem }: { merchantId: MerchantId; providerId: string; problem: string },
): Promise<void> {
  const message = await findMessageByProviderId(trx, { merchantId, providerId });
  if (message) await failReported(trx, ctx, message, problem);
}
