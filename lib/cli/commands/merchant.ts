import { readFile } from "node:fs/promises";
import type { BrandInput } from "#lib/branding/brand.ts";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { readConfig } from "#lib/config/config.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { buildMerchantAddress } from "#lib/merchants/merchant-address.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { describeIssue } from "#lib/shared/issue.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";

export const merchantCommand: Command = {
  usage: "merchant create <slug> [--name <text>] [--host <names>] [--brand <file.json>]",
  description: "Makes a merchant and prints where the pages are. `waymark merchants` lists those there are.",
  options: {
    name: { type: "string", description: "What shoppers call the shop; the brand's name, if not given." },
    host: { type: "string", description: "Host names of its own, with commas between them; under /tracking/<slug>, if not given." },
    brand: { type: "string", description: "A file with the brand as JSON, as PUT /api/v1/brand takes it; the plain one, if not given." },
  },
  async run(args, terminal) {
    const request = await readRequest(args);
    if (typeof request === "string") return fail(terminal, [request]);
    const runtime = await createRuntime(readConfig(terminal.environment));
    try {
      return await createMerchant(runtime, request, terminal);
    } finally {
      await runtime.close();
    }
  },
};

interface Request {
  slug: string;
  hosts: string[];
  brand: BrandInput;
}

/** A sentence instead of a request says what is wrong with it. */
async function readRequest({ positionals, options }: CommandArguments): Promise<Request | string> {
  const [action, slug, ...surplus] = positionals;
  if (action !== "create" || slug === undefined) return `Which merchant? Usage: waymark ${merchantCommand.usage}`;
  if (surplus.length > 0) return `One merchant at a time: ${surplus.join(" ")} is too much.`;
  const brand = typeof options.brand === "string" ? await readBrandFile(options.brand) : {};
  if (typeof brand === "string") return brand;
  const name = options.name ?? brand.name;
  if (typeof name !== "string") return "What is the shop called? Give --name, or a brand that has one.";
  const hosts = typeof options.host === "string" ? options.host.split(",").map((host) => host.trim()) : [];
  // What the file says is checked by the verb, which alone knows the rules.
  return { slug, hosts, brand: { version: 1, colors: DEFAULT_BRAND.colors, ...brand, name } };
}

async function readBrandFile(file: string): Promise<Record<string, unknown> | string> {
  const text = await readFile(file, "utf8").catch((error: Error) => error);
  if (text instanceof Error) return `${file} cannot be read: ${text.message}`;
  const json = parseJson(text);
  if (json.kind === "malformed") return `${file} is ${json.message}`;
  const isObject = typeof json.value === "object" && json.value !== null && !Array.isArray(json.value);
  return isObject ? { ...(json.value as object) } : `${file} holds no brand: it must be a JSON object.`;
}

async function createMerchant(runtime: Runtime, { slug, hosts, brand }: Request, terminal: Terminal): Promise<number> {
  if (await findMerchantBySlug(runtime, slug)) return fail(terminal, [`There is a merchant "${slug}" already.`]);
  const outcome = await upsertMerchant(runtime, { slug, hosts, brand });
  switch (outcome.kind) {
    case "saved": {
      const { origin, pathPrefix } = buildMerchantAddress({ slug, hosts, isDefault: false }, runtime.config.publicOrigin);
      terminal.out(`${slug}: ${brand.name}, ${origin}${pathPrefix}/`);
      return 0;
    }
    case "hosts_taken":
      return fail(terminal, [`Other merchants have ${outcome.hosts.join(", ")}.`]);
    case "invalid":
      return fail(terminal, ["The merchant was not made:", ...outcome.issues.map((issue) => `  ${describeIssue(issue)}`)]);
  }
}

function fail(terminal: Terminal, lines: readonly string[]): number {
  lines.forEach(terminal.err);
  return 1;
}
