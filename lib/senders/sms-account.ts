import { z } from "zod";
import type { SmsAccount } from "#lib/sms/sms-provider.ts";

export const smsAccountSchema: z.ZodType<SmsAccount> = z.object({
  provider: z.literal("twilio"),
  accountSid: z.string(),
  authToken: z.string(),
  from: z.string().nullable(),
  messagingServiceSid: z.string().nullable(),
});

/** What the vault seals accounts for. */
export const SMS_ACCOUNT_PURPOSE = "message_settings.sms_account";
