import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findMerchantOfReports } from "#lib/db/queries/message-settings.ts";
import { findMessageByProviderId, updateMessageRow } from "#lib/db/queries/messages.ts";
import { deleteSuppression } from "#lib/db/queries/suppressions.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { SmsReport } from "#lib/sms/sms-provider.ts";
import { SMS_PROVIDERS } from "#lib/sms/sms-providers.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { smsReportsUrl } from "../reports-address.ts";
import { SMS_SUPPRESSION } from "../sms-suppression.ts";
import { suppressReported } from "./suppress-reported.ts";

export interface SmsReportsContext {
  db: Database;
  clock: Clock;
  vault: Vault;
  config: Pick<Config, "publicOrigin">;
}

export interface TakeSmsReportInput {
  /** The last segment of the address it came to. */
  token: string;
  signature: string | null;
  /** `application/x-www-form-urlencoded`. */
  body: string;
}

export type TakeSmsReportOutcome = { kind: "taken" } | { kind: "token_unknown" } | { kind: "forged" };

/** What became of an SMS, or an answer to one, as the merchant's SMS provider tells it. */
export async function takeSmsReport(ctx: SmsReportsContext, { token, signature, body }: TakeSmsReportInput): Promise<TakeSmsReportOutcome> {
  const merchantId = await findMerchantOfReports(ctx.db.kysely, token);
  const account = merchantId === undefined ? null : (await loadMessageSettings(ctx, merchantId)).sms;
  if (merchantId === undefined || account === null) return { kind: "token_unknown" };
  const url = smsReportsUrl(ctx.config, token);
  const report = SMS_PROVIDERS[account.provider].readReport(account, { url, signature, form: [...new URLSearchParams(body)] });
  if (report === null) return { kind: "forged" };
  await act(ctx, merchantId, report);
  return { kind: "taken" };
}

async function act(ctx: SmsReportsContext, merchantId: MerchantId, report: SmsReport): Promise<void> {
  switch (report.kind) {
    case "undeliverable": {
      const { providerId, problem } = report;
      const reason = SMS_SUPPRESSION[report.because];
      return ctx.db.kysely.transaction().execute(async (trx) => {
        if (reason !== null)
          return void (await suppressReported(trx, ctx, { merchantId, channel: "sms", providerId, address: null, reason, problem }));
        const message = await findMessageByProviderId(trx, { merchantId, providerId });
        if (message)
          await updateMessageRow(trx, { id: message.id, merchantId }, { state: "failed", problem }, { from: ["sent", "unclear"] });
      });
    }
    case "stopped": {
      const reported = { merchantId, channel: "sms", providerId: null, address: report.from, reason: "stopped", problem: null } as const;
      return void (await ctx.db.kysely.transaction().execute((trx) => suppressReported(trx, ctx, reported)));
    }
    case "started": {
      // It may be subscribed again, by its owner's own wish; nothing is sent because of this word alone.
      const digest = addressDigest(ctx, { channel: "sms", address: report.from });
      return void (await deleteSuppression(ctx.db.kysely, { merchantId, addressDigest: digest, reason: "stopped" }));
    }
    case "nothing_to_do":
  }
}
