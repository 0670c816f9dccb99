import { makeFirstSetUpLink } from "#lib/accounts/make-set-up-link.ts";
import { type Config, readConfig } from "#lib/config/config.ts";
import { seedDemo } from "#lib/demo/seed-demo.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { buildIfNeeded } from "../build.ts";
import type { Command, Terminal } from "../command.ts";
import { projectRoot } from "../project-root.ts";
import { serve } from "../serve.ts";

export const startCommand: Command = {
  usage: "start",
  description: "Checks the settings, builds if needed, brings the database up to date, seeds the demo where it is on, and serves.",
  options: {},
  run: (_args, terminal) => start(terminal, { dev: false }),
};

export const devCommand: Command = {
  usage: "dev",
  description: "Serves like start, from the sources as they are edited.",
  options: {},
  run: (_args, terminal) => start(terminal, { dev: true }),
};

async function start(terminal: Terminal, { dev }: { dev: boolean }): Promise<number> {
  const config = readConfig(terminal.environment);
  await buildIfNeeded(projectRoot, { assetsOnly: dev });
  const setUpLink = await prepareDatabase(config, terminal);
  return serve(projectRoot, { dev, onReady: () => welcome(config, setUpLink).forEach(terminal.out) });
}

/** Answers the link by which the installation gets its first owner, where it has none. */
async function prepareDatabase(config: Config, terminal: Terminal): Promise<string | null> {
  const runtime = await createRuntime(config);
  try {
    const told = config.demo ? (await seedDemo(runtime)).told : 0;
    if (told > 0) terminal.out(`The demo is staged: ${told} parcels.`);
    return await makeFirstSetUpLink(runtime);
  } finally {
    await runtime.close();
  }
}

const DEMO_ADDRESSES = [
  ["Arriving today", "/usps/9400100000000000000014"],
  ["Delivered, honest times", "/usps/9405511899223197428490"],
  ["Another shop, dark", "/tracking/voltline/dhl_express/LP00000000000017"],
  ["A difficult yellow", "/tracking/sunny-side/ups/1ZWAY0000300000057"],
  ["Right to left", "/usps/9400100000000000000014?lang=ar"],
] as const;

function welcome({ publicOrigin, demo }: Config, setUpLink: string | null): string[] {
  const pages = demo ? [["All of the demo", "/"] as const, ...DEMO_ADDRESSES] : [["Look-up", "/"] as const];
  const rows = [...pages, ["Console", "/admin"] as const].map(([title, path]) => [title, publicOrigin + path] as const);
  const width = Math.max(...rows.map(([title]) => title.length));
  const lines = rows.map(([title, address]) => `  ${title.padEnd(width)}  ${address}`);
  const setUp =
    setUpLink === null ? [] : ["", "Nobody owns this installation yet. Become its owner, once, within a week:", `  ${setUpLink}`];
  return ["", "Waymark is ready:", ...lines, ...setUp, ""];
}
