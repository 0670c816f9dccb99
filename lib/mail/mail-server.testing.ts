import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  /** What came in, oldest first. */
  mails: Email[];
  /** The same as they came, a sign for each byte. */
  raw: string[];
  /** Answers the next recipients with this code; null takes them again. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. */
export async function startMailServer({ password }: { password?: string } = {}): Promise<MailServer> {
  const mails: Email[] = [];
  const raw: string[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    closeTimeout: 1,
    onAuth: (auth, _session, done) => (auth.password === password ? done(null, { user: auth.username ?? "" }) : done(new Error("no"))),
    onRcptTo: ({ address }, _session, done) =>
      refusal === null ? done() : done(Object.assign(new Error(`${address} is refused`), { responseCode: refusal })),
    onData: (stream, _session, done) =>
      void buffer(stream)
        .then(async (bytes) => {
          raw.push(bytes.toString("latin1"));
          mails.push(await PostalMime.parse(bytes));
        })
        .then(() => done(), done),
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    raw,
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
