import { readConfig } from "#lib/config/config.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { replayPending } from "#lib/notifications/replay-pending.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import type { EndpointId, MerchantId } from "#lib/shared/ids.ts";
import { createSource } from "#lib/sources/create-source.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { DatabasePlace } from "../database-places.ts";
import { createMerchant } from "../factories.ts";

export const SECRET = "the secret that EasyPost signs with";
const MODE: Mode = "production";

/** What a database holds of the stream that went into it. */
export interface Books {
  /** Scans of each parcel, by tracking number; a scan told twice would be there twice. */
  scans: ReadonlyMap<string, readonly string[]>;
  events: { created: string[]; updated: string[] };
  unprocessed: number;
  undelivered: number;
}

/** A merchant with one source and one endpoint, seen past the server: straight from the database. */
export interface Shop {
  hookPath: string;
  books(): Promise<Books>;
  /** Has everything that waits for another attempt tried now. */
  hurry(): Promise<void>;
  close(): Promise<void>;
}

/** Without a receiver, nobody is told of anything. */
export async function openShop(place: DatabasePlace, receiverUrl?: string): Promise<Shop> {
  const config = { ...readConfig({ DEMO: "off", ALLOW_PRIVATE_TARGETS: "on" }), ...place.settings };
  const runtime = await createRuntime(config);
  const merchant = await createMerchant(runtime, "acme");
  const caller = { merchantId: merchant.id, mode: MODE };
  const source = await createSource(runtime, { ...caller, provider: "easypost", secrets: { webhookSecret: SECRET } });
  if (source.kind !== "created") throw new Error(JSON.stringify(source));
  const endpointId = receiverUrl === undefined ? null : await addEndpoint(runtime, caller, receiverUrl);
  return {
    hookPath: `/api/hooks/acme/${source.source.slug}`,
    books: () => readBooks(runtime.db.kysely, merchant.id),
    hurry: async () => void (endpointId && (await replayPending(runtime, { caller, endpointId }))),
    close: () => runtime.close(),
  };
}

async function addEndpoint(runtime: Runtime, caller: { merchantId: MerchantId; mode: Mode }, url: string): Promise<EndpointId> {
  const endpoint = await createEndpoint(runtime, { caller, url, format: "easypost" });
  if (endpoint.kind !== "created") throw new Error(JSON.stringify(endpoint));
  return endpoint.endpoint.id;
}

async function readBooks(db: Runtime["db"]["kysely"], merchantId: MerchantId): Promise<Books> {
  const scans = await db
    .selectFrom("scans")
    .innerJoin("trackers", "trackers.id", "scans.tracker_id")
    .where("trackers.merchant_id", "=", merchantId)
    .select(["trackers.tracking_number as number", "scans.scan"])
    .execute();
  const events = await db.selectFrom("events").where("merchant_id", "=", merchantId).select(["id", "type"]).execute();
  const payloads = await db
    .selectFrom("payloads")
    .where("merchant_id", "=", merchantId)
    .where("outcome", "=", "received")
    .select("id")
    .execute();
  const deliveries = await db
    .selectFrom("event_deliveries")
    .where("merchant_id", "=", merchantId)
    .where("state", "<>", "delivered")
    .select("id")
    .execute();
  const idsOf = (type: string) => events.filter((event) => event.type === type).map((event) => event.id);
  return {
    scans: new Map(
      [...Map.groupBy(scans, (row) => row.number)].map(([number, rows]) => [
        number,
        rows.map((row) => (JSON.parse(row.scan) as { message: string }).message).sort(),
      ]),
    ),
    events: { created: idsOf("tracker.created"), updated: idsOf("tracker.updated") },
    unprocessed: payloads.length,
    undelivered: deliveries.length,
  };
}
