import { insertMessageRow } from "#lib/db/queries/messages.ts";
import type { MessagesTable } from "#lib/db/schema.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { newId } from "#lib/shared/ids.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { subscribe } from "#lib/subscriptions/subscribe.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import { suppressAddress } from "#lib/subscriptions/suppress-address.ts";
import { NEWS_TOPICS, type NewsTopic } from "#lib/tracking/news-topic.ts";
import type { Shop } from "./console.ts";

const MODE = "production";
const SENT: readonly [topics: NewsTopic[], state: MessagesTable["state"], problem: string | null][] = [
  [["shipped"], "sent", null],
  [["delayed", "needs_you"], "failed", "The mail server did not take it."],
  [["out_for_delivery"], "sent", null],
  [["delivered"], "waiting", null],
];

/** A shopper who is told of a parcel, what became of it, and one who is told nothing more. */
export async function sendMessages(runtime: Runtime, shop: Shop): Promise<void> {
  const merchantId = shop.id;
  const parcel = await registerTracker(runtime, {
    caller: { merchantId, mode: MODE },
    carrier: null,
    trackingNumber: "9405511899223197428490",
  });
  if (parcel.kind !== "created") throw new Error(parcel.kind);
  const wish = { topics: NEWS_TOPICS, lang: "en", timeZone: null, origin: "api", channel: "email" } as const;
  const mia = await subscribe(runtime, { merchantId, trackerId: parcel.tracker.id, ...wish, address: "mia@shopper.example" });
  if (mia.kind !== "subscribed") throw new Error(mia.kind);
  const now = runtime.clock.now();
  for (const [topics, state, problem] of SENT) {
    const isWaiting = state === "waiting";
    await insertMessageRow(runtime.db.kysely, {
      id: newId("msg", runtime.random),
      merchant_id: merchantId,
      mode: MODE,
      subscription_id: mia.subscription.id,
      tracker_id: parcel.tracker.id,
      channel: "email",
      kind: "news",
      topics: JSON.stringify(topics),
      state,
      attempts: 1,
      created_at: now,
      due_at: isWaiting ? now : null,
      leased_until: null,
      ended_at: isWaiting ? null : now,
      provider_id: null,
      problem,
    });
  }
  for (const [name, reason] of [
    ["ben", "bounced"],
    ["cleo", "complained"],
  ] as const) {
    const whose = { merchantId, channel: "email", address: `${name}@shopper.example` } as const;
    const suppressed = { addressDigest: addressDigest(runtime, whose), addressHint: `${name[0]}•••@shopper.example`, reason };
    await suppressAddress(runtime.db.kysely, runtime, { merchantId, channel: "email", ...suppressed });
  }
}
