import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { deliverMail, type MailOutcome } from "./deliver-mail.ts";
import type { OutgoingMail } from "./mail.ts";

/** What a mail server says to a command, by its first word; `data` is the end of the mail itself. Null hangs up. */
type Script = Partial<Record<"ehlo" | "mail" | "rcpt" | "data" | "end" | "rset", string | null>>;

const POLITE: Required<Script> = {
  ehlo: "250 hello",
  mail: "250 ok",
  rcpt: "250 ok",
  data: "354 go on",
  end: "250 taken",
  rset: "250 ok",
};

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

interface Server {
  deliver(mail?: Partial<OutgoingMail>): Promise<MailOutcome>;
  sockets: Socket[];
  /** What it was told, in capitals: of a mail itself, that it was all there. */
  told: string[];
}

async function startServer(script: Script): Promise<Server> {
  const lines = { ...POLITE, ...script };
  const sockets: Socket[] = [];
  const told: string[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let isInMail = false;
    let rest = "";
    const say = (line: string | null) => (line === null ? socket.destroy() : socket.write(`${line}\r\n`));
    say("220 mail.example");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      rest += chunk.toString();
      const isMailOver = isInMail && rest.endsWith("\r\n.\r\n");
      if (isInMail && !isMailOver) return;
      const text = isMailOver ? "end" : rest;
      rest = "";
      isInMail = false;
      for (const line of text.trim().split("\r\n")) {
        told.push(line.toUpperCase());
        const word = (/^[a-z]+/i.exec(line)?.[0] ?? "").toLowerCase();
        const answer = word in lines ? lines[word as keyof Script] : "221 bye";
        if (word === "data" && answer?.startsWith("3")) isInMail = true;
        say(answer ?? null);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  const config = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: "waymark@track.example" };
  const mail = { to: "mia@shopper.example", senderName: "Fern", subject: "News", text: "It moves." };
  return { sockets, told, deliver: (changes) => deliverMail({ config }, { ...mail, ...changes }) };
}

describe("a mail handed to a server", () => {
  it.each<[string, Script, object]>([
    ["that takes it", {}, { kind: "accepted" }],
    ["that hangs up before it has all of it", { data: null }, { kind: "later" }],
    ["that hangs up when it has all of it", { end: null }, { kind: "unclear" }],
    ["that is busy when it has all of it", { end: "451 4.3.0 later" }, { kind: "later" }],
    ["that knows no such mailbox", { rcpt: "550 5.1.1 <mia@shopper.example>: unknown" }, { kind: "refused", isRecipient: true }],
    ["that will not have it there", { rcpt: "550 5.7.1 <mia@shopper.example>: blocked" }, { kind: "refused", isRecipient: false }],
    ["that does not like us", { mail: "550 5.1.8 <waymark@track.example>: no such sender" }, { kind: "refused", isRecipient: false }],
    ["that does not like what it says", { end: "550 5.7.1 spam" }, { kind: "refused", isRecipient: false }],
  ])("%s", async (_, script, outcome) => {
    const { deliver } = await startServer(script);
    const said = await deliver();
    expect(said).toMatchObject(outcome);
    expect(JSON.stringify(said)).not.toContain("mia@");
  });

  it("that hangs up, wherever that is, gets it from nobody a second time", async () => {
    const hangUps: Script[] = [{ ehlo: null }, { mail: null }, { rcpt: null }, { data: null }, { end: null }];
    const servers = await Promise.all(hangUps.map(startServer));
    await Promise.all(servers.map(({ deliver }) => deliver()));
    // The library's own queue would have tried again by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(servers.map(({ sockets }) => sockets.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it.each<[string, Script]>([
    ["takes", {}],
    ["refuses", { rcpt: "550 5.7.1 blocked" }],
  ])("that %s several is not greeted anew for each", async (_, script) => {
    const { deliver, sockets, told } = await startServer(script);
    for (let n = 0; n < 10; n++) await deliver();
    expect(told.filter((line) => line.startsWith("MAIL FROM"))).toHaveLength(10);
    expect(sockets.length).toBeLessThan(4);
  });

  it("that hung up since is asked for its patience, and gets no mail twice", async () => {
    const { deliver, sockets, told } = await startServer({});
    expect(await deliver()).toEqual({ kind: "accepted" });
    sockets[0]?.end();
    expect(["accepted", "later"]).toContain((await deliver()).kind);
    expect(await deliver()).toEqual({ kind: "accepted" });
    expect([2, 3]).toContain(told.filter((line) => line === "END").length);
  });

  it("that can is asked to send back no more than headers, and to name the mail", async () => {
    const { deliver, told } = await startServer({ ehlo: "250-hello\r\n250 DSN" });
    await deliver({ messageId: "msg_1@track.example" });
    expect(told.find((line) => line.startsWith("MAIL FROM"))).toMatch(/ RET=HDRS ENVID=MSG_1@TRACK\.EXAMPLE$/);
    expect(told.find((line) => line.startsWith("RCPT TO"))).toMatch(/ NOTIFY=FAILURE$/);
  });

  it("is given no longer name for the envelope than servers take", async () => {
    const { deliver, told } = await startServer({ ehlo: "250-hello\r\n250 DSN" });
    expect(await deliver({ messageId: `msg_1@${"a".repeat(60)}.${"b".repeat(40)}.example` })).toEqual({ kind: "accepted" });
    expect(told.find((line) => line.startsWith("MAIL FROM"))).toMatch(/ RET=HDRS$/);
  });
});
