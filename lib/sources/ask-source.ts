import { type CarrierSlug, CODE_PROVIDERS, type CodeProvider } from "#lib/carriers/catalog.ts";
import type { Config } from "#lib/config/config.ts";
import { headersColumn } from "#lib/db/json-columns.ts";
import type { TrackerToCheck } from "#lib/db/queries/checks.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import type { ClientAnswer, ClientContext, ParcelToAskFor, ProviderClient } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { openSecrets } from "./source-secrets.ts";

export interface AskContext {
  config: Pick<Config, "easypostUrl" | "shippoUrl" | "shipengineUrl">;
  http: HttpClient;
  vault: Vault;
}

const BASE_URLS: Readonly<Record<CodeProvider, (config: AskContext["config"]) => string>> = {
  easypost: (config) => config.easypostUrl,
  shippo: (config) => config.shippoUrl,
  shipengine: (config) => config.shipengineUrl,
};

/** Asks a source's API for news of a tracker; the first time, and after a failure, it is also told to follow the parcel. */
export async function askSource(ctx: AskContext, source: SourcesTable, tracker: TrackerToCheck): Promise<ClientAnswer> {
  return ask(ctx, source, (client, call) => {
    const isFollowed = tracker.asked_at !== null && tracker.check_failures === 0;
    return isFollowed ? client.fetch(call, parcelOf(tracker, source)) : follow(client, call, parcelOf(tracker, source));
  });
}

/** A test number, so that it is nobody's parcel; what is said of it does not matter. */
const SAMPLE: ParcelToAskFor = { carrier: "usps" as CarrierSlug, trackingNumber: "EZ2000000002", vendorTrackerId: null };

/** Asks a source's API just to see whether it answers, and takes the key. */
export async function askAboutSample(ctx: AskContext, source: SourcesTable): Promise<ClientAnswer> {
  return ask(ctx, source, (client, call) => client.fetch(call, SAMPLE));
}

function ask(
  ctx: AskContext,
  source: SourcesTable,
  question: (client: ProviderClient, call: ClientContext) => Promise<ClientAnswer>,
): Promise<ClientAnswer> | ClientAnswer {
  const { client } = providers[source.provider];
  const provider = CODE_PROVIDERS.find((name) => name === source.provider);
  const { apiKey } = openSecrets(ctx.vault, source.secrets);
  if (client === null || provider === undefined) return { kind: "unsupported", problem: "This source has no API to ask." };
  if (apiKey === undefined) return { kind: "unauthorized", problem: "This source has no API key." };
  return question(client, { http: ctx.http, baseUrl: BASE_URLS[provider](ctx.config), apiKey });
}

/** Providers that say nothing of a parcel when told to follow it are asked as well. */
async function follow(client: ProviderClient, call: ClientContext, parcel: ParcelToAskFor): Promise<ClientAnswer> {
  const answer = await client.watch(call, parcel);
  return answer.kind === "accepted" ? client.fetch(call, parcel) : answer;
}

function parcelOf(tracker: TrackerToCheck, { provider }: SourcesTable): ParcelToAskFor {
  const known = headersColumn.read(tracker.headers).findLast((header) => header.provider === provider && header.vendorTrackerId !== null);
  return { carrier: tracker.carrier, trackingNumber: tracker.tracking_number, vendorTrackerId: known?.vendorTrackerId ?? null };
}
