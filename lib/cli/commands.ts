import type { Command } from "./command.ts";

interface CommandRow {
  /** One line in the list of commands. */
  summary: string;
  /** Each command brings only its own modules along. */
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  start: {
    summary: "Build if needed and serve; the demo is seeded where it is on.",
    load: async () => (await import("./commands/start.ts")).startCommand,
  },
  dev: {
    summary: "Serve from the sources as they are edited.",
    load: async () => (await import("./commands/start.ts")).devCommand,
  },
  worker: {
    summary: "Do the work behind the pages apart from the web process, on PostgreSQL.",
    load: async () => (await import("./commands/worker.ts")).workerCommand,
  },
  jobs: {
    summary: "Count the jobs, list those that failed for good, and give them another life.",
    load: async () => (await import("./commands/jobs.ts")).jobsCommand,
  },
  build: {
    summary: "Build without serving.",
    load: async () => (await import("./commands/build.ts")).buildCommand,
  },
  ingest: {
    summary: "Take in a provider's payload from a file.",
    load: async () => (await import("./commands/ingest.ts")).ingestCommand,
  },
  key: {
    summary: "Make, list and revoke API keys.",
    load: async () => (await import("./commands/key.ts")).keyCommand,
  },
  merchant: {
    summary: "Make a merchant.",
    load: async () => (await import("./commands/merchant.ts")).merchantCommand,
  },
  merchants: {
    summary: "List the merchants and where their pages are.",
    load: async () => (await import("./commands/merchants.ts")).merchantsCommand,
  },
  setup: {
    summary: "Print a link that makes the first owner.",
    load: async () => (await import("./commands/setup.ts")).setupCommand,
  },
  user: {
    summary: "Say who may open the console, and help those who forgot their password.",
    load: async () => (await import("./commands/user.ts")).userCommand,
  },
  endpoint: {
    summary: "Say where merchants are told what happens, test it, and send again what was missed.",
    load: async () => (await import("./commands/endpoint.ts")).endpointCommand,
  },
  notices: {
    summary: "List what merchants should know and act on.",
    load: async () => (await import("./commands/notices.ts")).noticesCommand,
  },
  bounce: {
    summary: "Take in a mail that came back, from standard input.",
    load: async () => (await import("./commands/bounce.ts")).bounceCommand,
  },
  source: {
    summary: "Say where a merchant's news comes from, and how to know it.",
    load: async () => (await import("./commands/source.ts")).sourceCommand,
  },
  payloads: {
    summary: "List payloads that nobody could read, or has read yet.",
    load: async () => (await import("./commands/payloads.ts")).payloadsCommand,
  },
  replay: {
    summary: "Read stored payloads again, say after a fix.",
    load: async () => (await import("./commands/payloads.ts")).replayCommand,
  },
  migrate: {
    summary: "Bring the database up to date without starting the server.",
    load: async () => (await import("./commands/migrate.ts")).migrateCommand,
  },
  settings: {
    summary: "Print the table of settings.",
    load: async () => (await import("./commands/settings.ts")).settingsCommand,
  },
};
