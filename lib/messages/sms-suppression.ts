import type { SuppressionReason } from "#lib/db/schema.ts";
import type { SmsOutcome } from "#lib/sms/sms-provider.ts";

type Because = Extract<SmsOutcome, { kind: "refused" }>["because"];

/** Why nothing more goes to a number, by what was refused; null where that says nothing of the number. */
export const SMS_SUPPRESSION: Readonly<Record<Because, Exclude<SuppressionReason, "by_merchant"> | null>> = {
  number: "bounced",
  stopped: "stopped",
  message: null,
};
