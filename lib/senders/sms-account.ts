import { z } from "zod";

/** A shop's own account at Twilio. Read by whoever sends; shown to nobody. */
export const smsAccountSchema = z.object({
  provider: z.literal("twilio"),
  accountSid: z.string(),
  authToken: z.string(),
  /** A number in E.164, or a name where a country allows it. */
  from: z.string().nullable(),
  /** Instead of `from`: the id of a messaging service, which chooses the number. */
  messagingServiceSid: z.string().nullable(),
});

export type SmsAccount = z.output<typeof smsAccountSchema>;

/** What the vault seals accounts for. */
export const SMS_ACCOUNT_PURPOSE = "message_settings.sms_account";
