import type { Config } from "#lib/config/config.ts";
import type { HttpClient } from "#lib/http/http-client.ts";

/** A shop's own account at an SMS provider. */
export interface SmsAccount {
  provider: "twilio";
  accountSid: string;
  authToken: string;
  /** A number in E.164, or a name where a country allows it. */
  from: string | null;
  /** Instead of `from`: the id of a messaging service, which chooses the number. */
  messagingServiceSid: string | null;
}

export interface Sms {
  /** E.164. */
  to: string;
  text: string;
  /** Where the provider tells what became of it. */
  reportUrl: string;
}

/** What became of handing an SMS over, in our words, which name nobody. */
export type SmsOutcome =
  | { kind: "accepted"; providerId: string }
  /** For good. `because` tells whether the number takes no SMS, whatever it says, or whoever has it wants none. */
  | { kind: "refused"; because: "number" | "stopped" | "message"; problem: string }
  /** Another try may help. */
  | { kind: "later"; problem: string; retryAfterMs: number | null }
  /** It may have been taken, or not. */
  | { kind: "unclear"; problem: string };

/** What a provider tells by itself. */
export type SmsReport =
  /** It has the message, whatever it answered when it was handed over. */
  | { kind: "taken"; providerId: string }
  | { kind: "undeliverable"; providerId: string; because: "number" | "stopped" | "message"; problem: string }
  /** Somebody answered an SMS; told again it means no more. */
  | { kind: "stopped" | "started"; from: string }
  | { kind: "nothing_to_do" };

export interface SmsContext {
  http: HttpClient;
  config: Pick<Config, "twilioUrl">;
}

/** A report as it came. */
export interface IncomingReport {
  /** As the provider was told it. */
  url: string;
  signature: string | null;
  form: readonly (readonly [name: string, value: string])[];
}

/** One SMS provider. Neither function throws, whatever the provider says. */
export interface SmsProvider {
  /** Once; call it outside of every transaction. */
  send(ctx: SmsContext, account: SmsAccount, sms: Sms): Promise<SmsOutcome>;
  /** Null where it is not the provider's own: its signature does not fit. */
  readReport(account: SmsAccount, report: IncomingReport): SmsReport | null;
}
