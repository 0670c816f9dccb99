import { afterEach, expect, it } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import type { Mail } from "./mail.ts";
import { type MailServer, startMailServer } from "./mail-server.testing.ts";
import { queueMail } from "./queue-mail.ts";
import { sendQueuedMail } from "./send-queued-mail.ts";

const MAIL: Mail = {
  to: "mia@fern.example",
  senderName: "Fern & Fable",
  subject: "Grüße\r\nBcc: evil@evil.example",
  text: "the text of it",
  html: "<p>the text",
};

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function startServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

describeOnEveryEngine("a mail", (open) => {
  async function openOffice(smtpUrl: string | null) {
    const test = await open();
    const ctx = { ...test, config: { ...test.config, smtpUrl, mailFrom: "waymark@track.example" } };
    const queue = (mail = MAIL) => test.db.kysely.transaction().execute((trx) => queueMail(ctx, trx, mail));
    const problems: string[] = [];
    const send = () =>
      runDueJobs(test, { send_mail: (payload) => sendQueuedMail(ctx, payload) }, ({ problem }) => void problems.push(problem));
    return { test, queue, send, problems };
  }

  const waiting = async (test: TestDatabase) => test.jobs.count();

  it("reaches its recipient by SMTP, from the shop and by our own address", async () => {
    const server = await startServer();
    const { test, queue, send } = await openOffice(server.url);
    expect(await queue()).toBe(true);
    await send();
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({
      from: { name: "Fern & Fable", address: "waymark@track.example" },
      to: [{ address: "mia@fern.example" }],
      subject: expect.stringMatching(/^Grüße/),
      text: "the text of it\n",
      html: expect.stringContaining("<p>the text"),
    });
    expect(server.mails[0]?.bcc).toBeUndefined();
    expect(await waiting(test)).toMatchObject({ ready: 0, waiting: expect.any(Number), dead: 0 });
  });

  it("waits in the database sealed: nobody who reads there gets a link", async () => {
    const { test, queue } = await openOffice("smtp://127.0.0.1:9");
    await queue({ ...MAIL, text: "https://track.example/admin/reset/secret-token" });
    const text = JSON.stringify(await dumpJobs(test));
    expect(text).toContain("send_mail");
    expect(text).not.toMatch(/secret-token|mia@fern/);
  });

  it("is not queued where no mail is sent", async () => {
    const { test, queue } = await openOffice(null);
    expect(await queue()).toBe(false);
    expect(JSON.stringify(await dumpJobs(test))).not.toContain("send_mail");
  });

  it("is tried again when the server cannot take it now, and what is said of that names nobody", async () => {
    const server = await startServer();
    const { test, queue, send, problems } = await openOffice(server.url);
    server.refuseWith(451);
    await queue();
    await send();
    expect(problems).toEqual([
      expect.stringMatching(/^internal: The mail server 127\.0\.0\.1:\d+ did not take a mail \(EENVELOPE 451\)\.$/),
    ]);
    server.refuseWith(null);
    test.clock.advanceMinutes(60);
    await send();
    expect(server.mails).toHaveLength(1);
  });

  it("is tried again when there is no server, or it does not let us in", async () => {
    const guarded = await startServer({ password: "right" });
    for (const url of ["smtp://127.0.0.1:1", guarded.url.replace("//", "//me:wrong@")]) {
      const { queue, send, problems } = await openOffice(url);
      await queue();
      await send();
      expect(problems).toEqual([expect.stringMatching(/did not take a mail \((ESOCKET|ECONNECTION|EAUTH 535)\)/)]);
      expect(problems.join()).not.toMatch(/wrong|mia@/);
    }
    const { queue, send } = await openOffice(guarded.url.replace("//", "//me:right@"));
    await queue();
    await send();
    expect(guarded.mails).toHaveLength(1);
  });

  it("is given up when its recipient is refused for good", async () => {
    const server = await startServer();
    const { test, queue, send, problems } = await openOffice(server.url);
    server.refuseWith(550);
    await queue();
    await send();
    server.refuseWith(null);
    test.clock.advanceMinutes(60 * 24 * 5);
    await send();
    expect([server.mails, problems]).toEqual([[], []]);
  });
});

/** Every row of the queue, as somebody who reads the database sees it. */
async function dumpJobs(test: TestDatabase): Promise<unknown> {
  const { sql } = await import("kysely");
  if (test.db.engine === "sqlite") return (await sql`select * from jobs`.execute(test.db.kysely)).rows;
  const { findGraphileSchema } = await import("#lib/jobs/graphile-schema.ts");
  const schema = await findGraphileSchema(test.db.kysely);
  const { rows } = await sql`
    select tasks.identifier, jobs.* from ${sql.id(schema, "_private_jobs")} as jobs
    join ${sql.id(schema, "_private_tasks")} as tasks on tasks.id = jobs.task_id`.execute(test.db.kysely);
  return rows;
}
