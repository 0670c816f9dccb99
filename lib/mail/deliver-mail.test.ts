import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { deliverMail, type MailOutcome } from "./deliver-mail.ts";

/** What a mail server says to a command, by its first word; `data` is the end of the mail itself. Null hangs up. */
type Script = Partial<Record<"ehlo" | "mail" | "rcpt" | "data" | "end", string | null>>;

const POLITE: Required<Script> = { ehlo: "250 hello", mail: "250 ok", rcpt: "250 ok", data: "354 go on", end: "250 taken" };

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

async function deliverTo(script: Script): Promise<MailOutcome> {
  const lines = { ...POLITE, ...script };
  const sockets: Socket[] = [];
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
  return deliverMail({ config }, { to: "mia@shopper.example", senderName: "Fern", subject: "News", text: "It moves." });
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
    const said = await deliverTo(script);
    expect(said).toMatchObject(outcome);
    expect(JSON.stringify(said)).not.toContain("mia@");
  });
});
