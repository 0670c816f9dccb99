import { createTransport, type SMTPSentMessageInfo, type Transport, type Transporter } from "nodemailer";
import SMTPPool from "nodemailer/lib/smtp-pool";

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
/** As little as servers are known to allow. */
const LIMITS = { maxConnections: 3, maxMessages: 20 };
/** Mails come in bursts; a server that is asked to wait longer may hang up just when the next one comes. */
const IDLE_MS = 5_000;

/** By address: an installation has one server. */
const pools = new Map<string, SMTPPool>();

/** Several mails in a row share a connection. What becomes of a mail is ours to judge, so the library tries none again. */
function poolOf(url: string): SMTPPool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new SMTPPool({ url, ...TIMEOUTS, ...LIMITS, idleTimeout: IDLE_MS, maxRequeues: 0 });
  pools.set(url, pool);
  return pool;
}

export interface Mailing {
  mailer: Transporter<SMTPSentMessageInfo>;
  /** Whether the last byte was on its way: from then on the server may have it, whatever it says. */
  isWritten(): boolean;
}

/** What hands over one mail. */
export function openMailing(url: string): Mailing {
  const pool = poolOf(url);
  let isWritten = false;
  const send: Transport<SMTPSentMessageInfo>["send"] = (mail, done) => {
    const open = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) =>
      open(options).once("end", () => {
        isWritten = true;
      });
    pool.send(mail, done);
  };
  const mailer = createTransport({ name: pool.name, version: pool.version, send }, { disableFileAccess: true, disableUrlAccess: true });
  return { mailer, isWritten: () => isWritten };
}
