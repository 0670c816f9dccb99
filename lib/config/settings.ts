import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

interface Setting<Schema extends z.ZodType> {
  /** The environment variable. */
  name: string;
  /** Reads the variable's text; its messages finish the sentence "NAME …". */
  schema: Schema;
  /** The text that stands in when the variable is absent or empty; undefined where nothing does. */
  fallback: string | undefined;
  /** For people: the default, where it is not a fixed text. */
  defaultNote?: string;
  description: string;
  /** Never printed, not even when it is wrong. */
  secret?: true;
}

const setting = <Schema extends z.ZodType>(row: Setting<Schema>) => row;

const wholeNumber = (least: number, most: number) => {
  const wish = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wish)
    .transform(Number)
    .refine((value) => value >= least && value <= most, wish);
};

const onOrOff = z
  .enum(["on", "off", "true", "false", "1", "0"], "must be on or off")
  .transform((word) => word === "on" || word === "true" || word === "1");

const origin = z
  .url({ protocol: /^https?$/, message: "must be an address such as https://track.example.com" })
  .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`, "must have neither path, query nor user name")
  .transform((text) => new URL(text).origin);

const baseUrl = z
  .url({ protocol: /^https?$/, message: "must be an address such as https://api.example.com/v2" })
  .transform((text) => text.replace(/\/+$/, ""));

const domain = z
  .string()
  .toLowerCase()
  .regex(/^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*[a-z\d](?:[a-z\d-]*[a-z\d])?$/, "must be a bare domain such as track.example.com");

const postgresUrl = z.url({
  protocol: /^postgres(?:ql)?$/,
  message: "must be an address such as postgres://user:password@host:5432/database",
});

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` or `[2001:db8::1]:53`. */
function isNameServer(text: string): boolean {
  const [, bracketed, plain = ""] = /^(?:\[([^\]]+)\](?::\d{1,5})?|(.+))$/.exec(text) ?? [];
  return isIP(bracketed ?? plain) > 0 || isIP(plain.replace(/:\d{1,5}$/, "")) === 4;
}

/** One row per setting: what start-up checks and what the README's table is made of. */
export const SETTINGS = {
  port: setting({ name: "PORT", schema: wholeNumber(1, 65_535), fallback: "3000", description: "Port to listen on." }),
  host: setting({
    name: "HOST",
    schema: z.string(),
    fallback: "0.0.0.0",
    description: "Address to listen on; `127.0.0.1` keeps it to this machine.",
  }),
  dataDir: setting({
    name: "DATA_DIR",
    schema: z.string().transform((path) => resolve(path)),
    fallback: "./data",
    description: "Folder of the embedded database, and of `secret.key` where `SECRET_KEY` is not set.",
  }),
  databaseUrl: setting({
    name: "DATABASE_URL",
    schema: postgresUrl.optional().transform((text) => text ?? null),
    fallback: undefined,
    defaultNote: "embedded SQLite",
    description: "PostgreSQL to use instead of the embedded database, for many processes.",
    secret: true,
  }),
  publicOrigin: setting({
    name: "PUBLIC_ORIGIN",
    schema: origin.optional(),
    fallback: undefined,
    defaultNote: "`http://localhost:<PORT>`",
    description: "How shoppers reach this server; absolute links are made from it.",
  }),
  platformDomain: setting({
    name: "PLATFORM_DOMAIN",
    schema: domain.optional(),
    fallback: undefined,
    defaultNote: "host of `PUBLIC_ORIGIN`",
    description: "Every merchant answers on `<slug>.<this domain>`.",
  }),
  demo: setting({
    name: "DEMO",
    schema: onOrOff.optional(),
    fallback: undefined,
    defaultNote: "on with the embedded database on localhost",
    description: "Seeds demo merchants and parcels, and lists them on the front page.",
  }),
  trustedProxies: setting({
    name: "TRUST_PROXY",
    schema: wholeNumber(0, 10),
    fallback: "0",
    description: "How many proxies stand in front and add to `X-Forwarded-For`; 0 believes no such header.",
  }),
  compress: setting({
    name: "COMPRESS",
    schema: onOrOff,
    fallback: "on",
    description: "Compress answers here; off behind a proxy that does.",
  }),
  rateLimitPerMinute: setting({
    name: "RATE_LIMIT_PER_MINUTE",
    schema: wholeNumber(0, 1_000_000).optional(),
    fallback: undefined,
    defaultNote: "`120`; none in the demo",
    description: "Look-ups a client address may make in a minute; 0 for no limit.",
  }),
  apiRateLimitPerMinute: setting({
    name: "API_RATE_LIMIT_PER_MINUTE",
    schema: wholeNumber(0, 1_000_000),
    fallback: "600",
    description: "Calls an API key may make in a minute; 0 for no limit.",
  }),
  secretKey: setting({
    name: "SECRET_KEY",
    schema: z
      .string()
      .min(32, "must have at least 32 characters, say from `openssl rand -base64 32`")
      .optional()
      .transform((text) => text ?? null),
    fallback: undefined,
    defaultNote: "a file `secret.key` in `DATA_DIR`",
    description: "Encrypts merchants' credentials in the database; the same for every process on it.",
    secret: true,
  }),
  runJobs: setting({
    name: "RUN_JOBS",
    schema: onOrOff,
    fallback: "on",
    description: "Do the work behind the pages in the web process; off where `npm run worker` does it.",
  }),
  allowPrivateTargets: setting({
    name: "ALLOW_PRIVATE_TARGETS",
    schema: onOrOff,
    fallback: "off",
    description: "Let webhooks go to private, loopback and link-local addresses.",
  }),
  retentionDays: setting({
    name: "RETENTION_DAYS",
    schema: wholeNumber(1, 3650),
    fallback: "90",
    description: "How long raw payloads, events and their delivery attempts are kept.",
  }),
  easypostUrl: setting({
    name: "EASYPOST_URL",
    schema: baseUrl,
    fallback: "https://api.easypost.com/v2",
    description: "Base address of EasyPost's API.",
  }),
  shippoUrl: setting({
    name: "SHIPPO_URL",
    schema: baseUrl,
    fallback: "https://api.goshippo.com",
    description: "Base address of Shippo's API.",
  }),
  shipengineUrl: setting({
    name: "SHIPENGINE_URL",
    schema: baseUrl,
    fallback: "https://api.shipengine.com",
    description: "Base address of ShipEngine's API and of its signing keys.",
  }),
  smtpUrl: setting({
    name: "SMTP_URL",
    schema: z
      .url({ protocol: /^smtps?$/, message: "must be an address such as smtp://user:password@mail.example.com:587" })
      .optional()
      .transform((text) => text ?? null),
    fallback: undefined,
    defaultNote: "no mail",
    description:
      "SMTP server for invitations, password resets and mails to shoppers; without one, the console shows the links of the former, and shoppers are told nothing by mail.",
    secret: true,
  }),
  mailFrom: setting({
    name: "MAIL_FROM",
    schema: z
      .email("must be an e-mail address")
      .optional()
      .transform((text) => text ?? null),
    fallback: undefined,
    defaultNote: "`waymark@<host of PUBLIC_ORIGIN>`",
    description: "Sender of those mails, unless a shop writes from a domain of its own.",
  }),
  twilioUrl: setting({
    name: "TWILIO_URL",
    schema: baseUrl,
    fallback: "https://api.twilio.com",
    description: "Base address of Twilio's API, for SMS to shoppers.",
  }),
  dnsServers: setting({
    name: "DNS_SERVERS",
    schema: z
      .string()
      .transform((text) => text.split(",").map((server) => server.trim()))
      .refine((servers) => servers.every(isNameServer), "must be IP addresses with or without a port, such as 1.1.1.1,9.9.9.9:53")
      .optional()
      .transform((servers) => servers ?? null),
    fallback: undefined,
    defaultNote: "the machine's",
    description: "Name servers asked for the proof that a domain is a merchant's.",
  }),
  logLevel: setting({
    name: "LOG_LEVEL",
    schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
    fallback: "info",
    description: `One of ${LOG_LEVELS.join(", ")}.`,
  }),
} as const;
