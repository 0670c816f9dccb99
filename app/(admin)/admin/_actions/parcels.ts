"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { done, nothingDone } from "#lib/shared/action-answer.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { findShopper } from "#lib/shipments/find-shopper.ts";
import { listTrackerPayloads } from "#lib/shipments/inspect-tracker.ts";
import { replayPayloads } from "#lib/shipments/replay-payloads.ts";
import { rotatePrivateLink } from "#lib/shipments/rotate-private-link.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { listErasures, startErasure } from "#lib/shipments/start-erasure.ts";
import { inMode } from "./in-mode.ts";

const GONE = nothingDone("There is no such parcel any more.", "not_found");

export const renewLink = consoleAction({
  name: "parcel.renew_link",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { id, mode }) => {
    audit({ subject: id });
    const tracker = await rotatePrivateLink(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    return tracker ? done({ link: tracker.publicUrl }) : GONE;
  },
});

export const watch = consoleAction({
  name: "parcel.watch",
  role: "editor",
  input: inMode.extend({ isWatched: z.boolean() }),
  run: async ({ runtime, call, audit }, { id, mode, isWatched }) => {
    audit({ subject: id, details: { watched: isWatched } });
    const tracker = await setWatching(runtime, { caller: { merchantId: call.merchant.id, mode }, id, isWatched });
    if (!tracker) return GONE;
    const message = isWatched ? "It is followed again." : "No source is asked about it any more, and no endpoint told.";
    return done({ message, isGood: true });
  },
});

export const reread = consoleAction({
  name: "parcel.reread",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { id, mode }) => {
    audit({ subject: id });
    const merchantId = call.merchant.id;
    const payloads = await listTrackerPayloads(runtime, { caller: { merchantId, mode }, id });
    const counts = { read: 0, unread: 0 };
    for await (const { outcome } of replayPayloads(runtime, { merchantId, which: { ids: payloads.map((payload) => payload.id) } })) {
      counts[outcome === "ingested" ? "read" : "unread"] += 1;
    }
    audit({ details: counts });
    if (payloads.length === 0) return nothingDone("There is no payload about this parcel to read again.");
    return done({ message: `${counts.read} read again, ${counts.unread} not readable.`, isGood: counts.unread === 0 });
  },
});

export const remove = consoleAction({
  name: "parcel.delete",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { id, mode }) => {
    audit({ subject: id });
    const outcome = await deleteTracker(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    return outcome === "deleted" ? done(null) : GONE;
  },
});

/** Never written down: an address, or the number of an order. */
const shopper = z.strictObject({ query: z.string().trim().min(1, "Type an e-mail address or an order number.").max(320, "is too long") });

const NOBODY = nothingDone("Nobody here has this address, and no order this number. Both have to be whole.", "not_found");
const TOO_MANY = nothingDone("This address stands for more orders than one shopper has. Erase them by their order numbers.");

export const lookUpShopper = consoleAction({
  name: "parcel.look_up_shopper",
  role: "owner",
  isAudited: false,
  input: shopper,
  run: async ({ runtime, call }, { query }) => {
    const outcome = await findShopper(runtime, { merchantId: call.merchant.id, query });
    if (outcome.kind !== "found") return outcome.kind === "too_many" ? TOO_MANY : NOBODY;
    const { orderNumbers, parcels, payloadCount, subscriptionCount, email } = outcome;
    return done({ orderNumbers, trackingNumbers: parcels.map((parcel) => parcel.tracking_number), payloadCount, subscriptionCount, email });
  },
});

export const eraseShopper = consoleAction({
  name: "parcel.erase_shopper",
  role: "owner",
  input: shopper,
  run: async ({ runtime, call, audit }, { query }) => {
    const outcome = await startErasure(runtime, { merchantId: call.merchant.id, userId: call.user.id, query });
    if (outcome.kind !== "started") return outcome.kind === "too_many" ? TOO_MANY : NOBODY;
    audit({ subject: outcome.id });
    return done({ id: outcome.id });
  },
});

export const erasureProgress = consoleAction({
  name: "parcel.erasure_progress",
  role: "owner",
  isAudited: false,
  input: z.strictObject({ id: z.string().max(100) }),
  run: async ({ runtime, call }, { id }) => {
    const erasure = (await listErasures(runtime, { merchantId: call.merchant.id })).find((each) => each.id === id);
    if (!erasure) return nothingDone("There is no such erasure.", "not_found");
    const { step, orderCount, parcelCount, payloadCount, importRowCount } = erasure;
    return done({ step, orderCount, parcelCount, payloadCount, importRowCount });
  },
});
