import { createHmac } from "node:crypto";
import { easypostTracker } from "../factories.ts";

export interface StreamPlan {
  parcels: number;
  /** Distinct deliveries of each parcel; each brings one scan that no other brings. */
  scans: number;
  /** How many deliveries come a second time. */
  repeats: number;
  secret: string;
  /** 0, if not given. */
  firstParcel?: number;
}

export interface PlannedWebhook {
  body: string;
  headers: Record<string, string>;
}

/** EasyPost's webhooks of many parcels, shuffled, some of them twice. The same plan gives the same stream. */
export function planStream(plan: StreamPlan): PlannedWebhook[] {
  const distinct = Array.from({ length: plan.parcels * plan.scans }, (_, index) => {
    const parcel = (plan.firstParcel ?? 0) + (index % plan.parcels);
    return describe(numberOf(parcel), Math.floor(index / plan.parcels), plan.secret);
  });
  const random = randomNumbers(plan.parcels);
  const repeated = Array.from({ length: plan.repeats }, () => distinct[Math.floor(random() * distinct.length)]).filter(
    (webhook) => webhook !== undefined,
  );
  return shuffle([...distinct, ...repeated], random);
}

export const numberOf = (parcel: number) => `94001${String(parcel).padStart(17, "0")}`;
export const messageOf = (scan: number) => `Processed at stop ${scan}`;

function describe(trackingCode: string, scan: number, secret: string): PlannedWebhook {
  const minute = String(scan).padStart(2, "0");
  const body = JSON.stringify({
    id: `evt_${trackingCode}${minute}`,
    object: "Event",
    mode: "production",
    description: "tracker.updated",
    previous_attributes: {},
    created_at: `2026-03-01T12:${minute}:00Z`,
    result: easypostTracker({
      trackingCode,
      updatedAt: `2026-03-01T12:${minute}:00Z`,
      scans: [
        { status: "in_transit", message: messageOf(scan), datetime: `2026-03-01T04:${minute}:00-08:00`, city: "LAS VEGAS", state: "NV" },
      ],
    }),
  });
  const signature = createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex");
  return { body, headers: { "content-type": "application/json", "x-hmac-signature": `hmac-sha256-hex=${signature}` } };
}

function shuffle<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** From 0 to 1, the same each time for the same seed (Mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
