import { readFile } from "node:fs/promises";
import { readConfig } from "#lib/config/config.ts";
import { listMerchants } from "#lib/merchants/list-merchants.ts";
import { buildMerchantAddress, type MerchantAddress } from "#lib/merchants/merchant-address.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { AppError } from "#lib/shared/errors.ts";
import { describeIssue } from "#lib/shared/issue.ts";
import { type IngestInput, type IngestOutcome, ingest } from "#lib/shipments/ingest.ts";
import type { IngestedParcel } from "#lib/shipments/ingested-parcel.ts";
import { type MappingNote, MODES, type Mode, PROVIDERS, type ProviderName } from "#lib/tracking/snapshot.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { modeOption } from "../mode-option.ts";

export const ingestCommand: Command = {
  usage: "ingest <provider> <file.json> [--merchant <slug>] [--mode <mode>]",
  description: `Takes in one payload as a provider sends it, and prints the pages it is about.\nProviders: ${PROVIDERS.join(", ")}.`,
  options: {
    merchant: { type: "string", description: "Whose parcels these are; the default merchant's, if not given." },
    mode: modeOption("; counts only where the payload does not say it itself."),
  },
  async run(args, terminal) {
    const request = readRequest(args);
    if (typeof request === "string") return fail(terminal, [request]);
    const { file, ...input } = request;

    let body: string;
    try {
      body = await readFile(file, "utf8");
    } catch (error) {
      return fail(terminal, [`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
    }

    const runtime = await createRuntime(readConfig(terminal.environment));
    try {
      const outcome = await ingest(runtime, { ...input, body });
      return await report(runtime, { outcome, file, merchantSlug: input.merchantSlug }, terminal);
    } finally {
      await runtime.close();
    }
  },
};

type Request = Omit<IngestInput, "body"> & { file: string };

/** A sentence instead of a request says what is wrong with it. */
function readRequest({ positionals, options }: CommandArguments): Request | string {
  const [provider, file, ...surplus] = positionals;
  const { merchant, mode } = options;
  if (provider === undefined || file === undefined) return `Which payload? Usage: waymark ${ingestCommand.usage}`;
  if (surplus.length > 0) return `One file at a time: ${surplus.join(" ")} is too much.`;
  if (!isOneOf(PROVIDERS, provider)) return `There is no provider "${provider}". Choose one of: ${PROVIDERS.join(", ")}.`;
  if (mode !== undefined && !isOneOf(MODES, mode)) return `There is no mode "${mode}". Choose one of: ${MODES.join(", ")}.`;
  return { provider, file, merchantSlug: typeof merchant === "string" ? merchant : null, ...(mode && { mode }) };
}

const isOneOf = <Word extends ProviderName | Mode>(words: readonly Word[], word: unknown): word is Word =>
  (words as readonly unknown[]).includes(word);

interface Reported {
  outcome: IngestOutcome;
  file: string;
  merchantSlug: string | null;
}

async function report(runtime: Runtime, { outcome, file, merchantSlug }: Reported, terminal: Terminal): Promise<number> {
  switch (outcome.kind) {
    case "ingested":
    case "duplicate": {
      const address = await findAddress(runtime, merchantSlug);
      if (outcome.kind === "duplicate") terminal.out("This delivery was ingested before; nothing changed.");
      for (const parcel of outcome.parcels) describeParcel(parcel, address).forEach(terminal.out);
      if (outcome.kind === "duplicate") return 0;
      outcome.notes.map(describeNote).forEach(terminal.out);
      outcome.unread.map(({ path, message }) => `Left out: ${path}: ${message}`).forEach(terminal.out);
      return 0;
    }
    case "ignored":
      terminal.out(`Nothing to track in ${file}: ${outcome.reason}. The payload was kept as ${outcome.payloadId}.`);
      return 0;
    case "invalid":
      return fail(terminal, [
        `${file} was not ingested:`,
        ...outcome.issues.map((issue) => `  ${describeIssue(issue)}`),
        outcome.payloadId === null ? "Nothing was stored." : `Nothing but the raw payload was stored, as ${outcome.payloadId}.`,
      ]);
    case "merchant_unknown": {
      const slugs = (await listMerchants(runtime)).map((merchant) => merchant.slug);
      return fail(terminal, [`There is no merchant "${outcome.slug}". There are: ${slugs.join(", ")}.`]);
    }
  }
}

async function findAddress(runtime: Runtime, merchantSlug: string | null): Promise<MerchantAddress> {
  const merchants = await listMerchants(runtime);
  const merchant = merchants.find(({ slug, isDefault }) => (merchantSlug === null ? isDefault : slug === merchantSlug));
  if (!merchant) throw new AppError("merchant_unknown", { message: `The merchant ${merchantSlug ?? "by default"} has just been removed.` });
  return buildMerchantAddress(merchant, runtime.config.publicOrigin);
}

function describeParcel(parcel: IngestedParcel, { origin, pathPrefix }: MerchantAddress): string[] {
  return [
    `${parcel.carrier} ${parcel.trackingNumber}: ${parcel.change}, ${parcel.status} (${parcel.mode})`,
    `  public   ${origin}${pathPrefix}${parcel.path}`,
    `  private  ${origin}${pathPrefix}${parcel.privatePath}`,
  ];
}

function describeNote({ field, word }: MappingNote): string {
  return `Note: no meaning is known for the ${field.replaceAll("_", " ")} ${JSON.stringify(word)}; it counts as unknown.`;
}

function fail(terminal: Terminal, lines: readonly string[]): number {
  lines.forEach(terminal.err);
  return 1;
}
