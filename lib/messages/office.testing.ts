import type { Email } from "postal-mime";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { createTaskHandlers } from "#lib/runtime/task-handlers.ts";
import { startTwilioServer, type TwilioServer } from "#lib/sms/twilio-server.testing.ts";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { easypostTracker } from "#lib/testing/factories.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";

export interface Office {
  /** The test's runtime, with a mail server and an SMS provider. */
  ctx: TestDatabase;
  mails: MailServer;
  twilio: TwilioServer;
  openShop(slug?: string): ReturnType<typeof openShop>;
  /** Lets time pass, and does what has come due. */
  wait(minutes: number): Promise<void>;
  /** What could not be done, in the words of the queue. */
  problems: string[];
}

/** A real mail server, and a server that behaves as Twilio does, for as long as a test lasts. */
export async function openOffice(test: TestDatabase, atEnd: (close: () => Promise<void>) => void): Promise<Office> {
  const mails = await startMailServer();
  const twilio = await startTwilioServer();
  atEnd(() => mails.close());
  atEnd(() => twilio.close());
  const config = { ...test.config, smtpUrl: mails.url, mailFrom: "waymark@track.example", twilioUrl: twilio.url };
  const ctx: TestDatabase = { ...test, config: { ...config, publicOrigin: "https://track.example" } };
  const problems: string[] = [];
  return {
    ctx,
    mails,
    twilio,
    problems,
    openShop: (slug) => openShop(ctx, slug),
    async wait(minutes) {
      test.clock.advanceMinutes(minutes);
      await runDueJobs(ctx, createTaskHandlers(ctx), ({ problem }) => void problems.push(problem));
    },
  };
}

type Scan = NonNullable<Parameters<typeof easypostTracker>[0]["scans"]>[number];

const scan = (status: string, datetime: string, message: string): Scan => ({ status, message, datetime, city: "BERLIN" });

export const SCANS = {
  shipped: scan("in_transit", "2026-03-01T11:30:00Z", "Departed"),
  out: scan("out_for_delivery", "2026-03-01T11:40:00Z", "Out for Delivery"),
  delivered: scan("delivered", "2026-03-01T12:01:00Z", "Delivered"),
} as const;

/** The parcel as EasyPost tells of it, up to its last scan. */
export function picture(scans: readonly Scan[], changes: { updatedAt?: string; mode?: string } = {}): Record<string, unknown> {
  const last = scans.at(-1);
  return easypostTracker({ status: last?.status ?? "pre_transit", updatedAt: last?.datetime ?? "", scans: [...scans], ...changes });
}

export const headerOf = ({ headers }: Email, name: string) => headers.find(({ key }) => key === name.toLowerCase())?.value;
