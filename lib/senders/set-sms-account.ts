import type { Database } from "#lib/db/engine/database.ts";
import { saveMessageSettings } from "#lib/db/queries/message-settings.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { SmsAccount } from "#lib/sms/sms-provider.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { newSettingsRow } from "./message-settings.ts";
import { SMS_ACCOUNT_PURPOSE } from "./sms-account.ts";

/** As Twilio's console shows them. */
export interface SmsAccountInput {
  accountSid: string;
  authToken: string;
  /** A number, a name, or the id of a messaging service. */
  sender: string;
}

export type SetSmsAccountOutcome = { kind: "set" } | { kind: "invalid"; issues: Issue[] };

const RULES: readonly { path: keyof SmsAccountInput; looks: RegExp; message: string }[] = [
  { path: "accountSid", looks: /^AC[\da-f]{32}$/i, message: "must be AC and 32 letters and digits" },
  { path: "authToken", looks: /^[\da-f]{32}$/i, message: "must be 32 letters and digits" },
  {
    path: "sender",
    looks: /^(?:\+[1-9]\d{6,14}|MG[\da-f]{32}|(?=.*[A-Za-z])[A-Za-z\d ]{1,11})$/i,
    message: "must be a number such as +14155550100, a name of at most 11 letters, or the id of a messaging service (MG…)",
  },
];

/** Sets the account SMS are sent by, or takes it away. What was there before is overwritten; it is told to nobody. */
export async function setSmsAccount(
  ctx: { db: Database; clock: Clock; random: RandomBytes; vault: Vault },
  { merchantId, account }: { merchantId: MerchantId; account: SmsAccountInput | null },
): Promise<SetSmsAccountOutcome> {
  const trimmed = account && {
    accountSid: account.accountSid.trim(),
    authToken: account.authToken.trim(),
    sender: account.sender.replaceAll(/(?<=[+\d])[ ()-]+(?=\d)/g, "").trim(),
  };
  const issues =
    trimmed === null ? [] : RULES.flatMap(({ path, looks, message }) => (looks.test(trimmed[path]) ? [] : [{ path, message }]));
  if (issues.length > 0) return { kind: "invalid", issues };
  const sealed = trimmed && ctx.vault.seal(JSON.stringify(toAccount(trimmed)), SMS_ACCOUNT_PURPOSE);
  const defaults = newSettingsRow(merchantId, { now: ctx.clock.now(), random: ctx.random });
  await saveMessageSettings(ctx.db.kysely, defaults, { sms_account: sealed });
  return { kind: "set" };
}

function toAccount({ accountSid, authToken, sender }: SmsAccountInput): SmsAccount {
  const isService = /^MG[\da-f]{32}$/i.test(sender);
  return { provider: "twilio", accountSid, authToken, from: isService ? null : sender, messagingServiceSid: isService ? sender : null };
}
