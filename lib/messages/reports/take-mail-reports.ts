import type { Database } from "#lib/db/engine/database.ts";
import { findMerchantOfReports } from "#lib/db/queries/message-settings.ts";
import { insertNotice, resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import { findExpiry } from "#lib/db/queries/sandboxes.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes } from "#lib/shared/ids.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { readJsonReports } from "./json-readers.ts";
import type { MailReport } from "./mail-report.ts";
import { readRawReport } from "./read-raw-report.ts";
import { isAmazonUrl, readSnsEnvelope, type SnsEnvelope, verifySns } from "./sns.ts";
import { suppressReported } from "./suppress-reported.ts";

export interface ReportsContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  vault: Pick<Vault, "digest">;
  http: HttpClient;
}

export interface TakeMailReportsInput {
  /** The last segment of the address it came to. */
  token: string;
  body: Uint8Array;
}

export type TakeMailReportsOutcome =
  /** Kept; how many of the addresses were ever told of a parcel. */
  | { kind: "taken"; suppressed: number }
  | { kind: "token_unknown" }
  /** No shape we know. */
  | { kind: "unreadable" }
  | { kind: "too_many"; most: number }
  | { kind: "forged" }
  /** It could not be told whether it is genuine: the sender shall try again. */
  | { kind: "undecided"; problem: string };

/** More than any provider puts into one request. */
const MOST_REPORTS = 1000;
/** Amazon waits for somebody to open a link of its own. */
const CONFIRMATION = "reports.unconfirmed";

/** Bounces and complaints, as a mail provider tells them: nothing more goes to those addresses. */
export async function takeMailReports(ctx: ReportsContext, { token, body }: TakeMailReportsInput): Promise<TakeMailReportsOutcome> {
  const merchantId = await findMerchantOfReports(ctx.db.kysely, token);
  // A visitor's shop sends nothing, so nothing comes back; and for its sake no certificate is fetched.
  if (merchantId === undefined || isSandbox({ expiresAt: await findExpiry(ctx.db.kysely, merchantId) })) return { kind: "token_unknown" };
  const json = parseJson(Buffer.from(body).toString("utf8"));
  if (json.kind === "malformed") return takeRawReport(ctx, { merchantId, body });
  const envelope = readSnsEnvelope(json.value);
  return envelope === null ? suppressAll(ctx, merchantId, readJsonReports(json.value)) : takeFromAmazon(ctx, merchantId, envelope);
}

/** Amazon asks first whether the address wants its notifications: that is the merchant's to say, in their browser. */
async function takeFromAmazon(ctx: ReportsContext, merchantId: MerchantId, envelope: SnsEnvelope): Promise<TakeMailReportsOutcome> {
  const verdict = await verifySns(ctx, envelope);
  if (verdict.kind !== "genuine") return verdict;
  const { Type, TopicArn, SubscribeURL } = envelope;
  if (Type === "UnsubscribeConfirmation") return { kind: "taken", suppressed: 0 };
  const now = ctx.clock.now();
  if (Type === "SubscriptionConfirmation") {
    if (SubscribeURL === undefined || !isAmazonUrl(SubscribeURL)) return { kind: "unreadable" };
    const message = `Amazon SNS asks whether it may tell of bounces and complaints. To allow it, open ${SubscribeURL}`;
    const notice = {
      id: newId("ntc", ctx.random),
      merchant_id: merchantId,
      mode: "production",
      kind: CONFIRMATION,
      subject: TopicArn,
    } as const;
    await insertNotice(ctx.db.kysely, { ...notice, message, created_at: now });
    return { kind: "taken", suppressed: 0 };
  }
  await resolveNoticesAbout(ctx.db.kysely, { merchantId, subject: TopicArn, kinds: [CONFIRMATION] }, now);
  const json = parseJson(envelope.Message);
  return suppressAll(ctx, merchantId, json.kind === "parsed" ? readJsonReports(json.value) : null);
}

/** A mail that came back, or a complaint, as a mail server hands it to a command. */
export async function takeRawReport(
  ctx: ReportsContext,
  { merchantId, body }: { merchantId: MerchantId; body: Uint8Array },
): Promise<TakeMailReportsOutcome> {
  return suppressAll(ctx, merchantId, await readRawReport(body));
}

/** Each report is a transaction of its own: sent again after a failure, those before it change nothing. */
async function suppressAll(ctx: ReportsContext, merchantId: MerchantId, reports: MailReport[] | null): Promise<TakeMailReportsOutcome> {
  if (reports === null) return { kind: "unreadable" };
  if (reports.length > MOST_REPORTS) return { kind: "too_many", most: MOST_REPORTS };
  let suppressed = 0;
  for (const { kind, messageId, address } of reports) {
    const providerId = messageId?.replaceAll(/[<>\s]/g, "") || null;
    const problem = kind === "bounced" ? "The mail came back: nothing arrives at this address." : null;
    const reported = { merchantId, channel: "email", providerId, address, reason: kind, problem } as const;
    const isOurs = await ctx.db.kysely.transaction().execute((trx) => suppressReported(trx, ctx, reported));
    suppressed += isOurs ? 1 : 0;
  }
  return { kind: "taken", suppressed };
}
