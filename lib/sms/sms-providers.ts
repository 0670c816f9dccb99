import type { SmsAccount, SmsProvider } from "./sms-provider.ts";
import { twilio } from "./twilio.ts";

/** A new provider is one file and one line here. */
export const SMS_PROVIDERS: Readonly<Record<SmsAccount["provider"], SmsProvider>> = { twilio };
