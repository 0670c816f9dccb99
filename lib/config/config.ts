import type { z } from "zod";
import { AppError } from "#lib/shared/errors.ts";
import { type LOG_LEVELS, SETTINGS } from "./settings.ts";

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the environment decides, read once at start. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Secret: may hold a password. Null means the embedded SQLite database. */
  databaseUrl: string | null;
  /** `https://track.example.com`, without trailing slash. */
  publicOrigin: string;
  /** Merchants answer on `<slug>.<platformDomain>`; null where there is no such domain. */
  platformDomain: string | null;
  demo: boolean;
  /** How many proxies in front of us may be believed about the client's address. */
  trustedProxies: number;
  compress: boolean;
  /** Look-ups per client address; 0 means no limit. */
  rateLimitPerMinute: number;
  /** API calls per key; 0 means no limit. */
  apiRateLimitPerMinute: number;
  /** Secret. Null means a key made on first start and kept in the data folder. */
  secretKey: string | null;
  /** Whether the web process does the jobs as well. */
  runJobs: boolean;
  /** Whether requests of ours may go to private, loopback and link-local addresses. */
  allowPrivateTargets: boolean;
  /** How long raw payloads, events and delivery attempts are kept. */
  retentionDays: number;
  /** Base addresses of the providers' APIs, without trailing slash. */
  easypostUrl: string;
  shippoUrl: string;
  shipengineUrl: string;
  /** Secret: may hold a password. Null means that no mail is sent. */
  smtpUrl: string | null;
  mailFrom: string;
  twilioUrl: string;
  /** Null means the machine's own. */
  dnsServers: string[] | null;
  logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;

type Settings = { [Key in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[Key]["schema"]> };

/** The only reader of the environment. Throws `config_invalid` naming every wrong setting at once, and no secret. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: { setting: string; problem: string }[] = [];
  const values: Record<string, unknown> = {};

  for (const [key, setting] of Object.entries(SETTINGS)) {
    const given = environment[setting.name]?.trim() || undefined;
    const result = setting.schema.safeParse(given ?? setting.fallback);
    if (result.success) values[key] = result.data;
    else problems.push({ setting: setting.name, problem: explain(result.error, setting.secret ? undefined : given) });
  }
  if (problems.length > 0) {
    const list = problems.map(({ setting, problem }) => `  ${setting} ${problem}`).join("\n");
    throw new AppError("config_invalid", {
      message: `Waymark cannot start with these settings:\n${list}`,
      details: { problems },
    });
  }
  return complete(values as Settings);
}

function explain(error: z.ZodError, given: string | undefined): string {
  const wish = error.issues.map((issue) => issue.message).join("; ");
  return given === undefined ? wish : `is ${JSON.stringify(given)}, but ${wish}`;
}

/** Fills the settings whose default depends on another one. */
function complete(settings: Settings): Config {
  const publicOrigin = settings.publicOrigin ?? `http://localhost:${settings.port}`;
  const { hostname } = new URL(publicOrigin);
  const demo = settings.demo ?? (settings.databaseUrl === null && isLoopback(hostname));
  return {
    ...settings,
    publicOrigin,
    platformDomain: settings.platformDomain ?? (isDomainName(hostname) ? hostname : null),
    demo,
    mailFrom: settings.mailFrom ?? `waymark@${hostname}`,
    rateLimitPerMinute: settings.rateLimitPerMinute ?? (demo ? 0 : 120),
  };
}

const isDomainName = (hostname: string) => !hostname.startsWith("[") && !/^[\d.]+$/.test(hostname);
const isLoopback = (hostname: string) => hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
