import { z } from "zod";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { type ApiReply, askApi } from "../ask-api.ts";
import { carrierCode } from "../carrier-code.ts";
import type { ClientAnswer, ClientContext, ProviderClient } from "../provider.ts";
import { RESTRICTED_CARRIERS, type ShippoRestriction } from "./restricted-carriers.data.ts";

const SHIPPO = { codes: "shippo", vendor: "Shippo" } as const;

const RESTRICTIONS: Readonly<Record<ShippoRestriction, (carrier: string) => string>> = {
  carrier_account: (carrier) =>
    `Shippo follows ${carrier} parcels only once your own ${carrier} account is connected to your Shippo account.`,
  label_from_shippo: (carrier) => `Shippo follows ${carrier} parcels only where the label was bought through Shippo.`,
};

export const shippoClient: ProviderClient = {
  async watch(ctx, parcel) {
    const carrier = carrierCode(SHIPPO, parcel.carrier);
    if (carrier.kind !== "code") return carrier;
    const form = new URLSearchParams({ carrier: carrier.code, tracking_number: parcel.trackingNumber });
    return ask(ctx, { method: "POST", path: "/tracks/", body: form.toString() });
  },

  async fetch(ctx, parcel) {
    const carrier = carrierCode(SHIPPO, parcel.carrier);
    if (carrier.kind !== "code") return carrier;
    return ask(ctx, { method: "GET", path: `/tracks/${encodeURIComponent(carrier.code)}/${encodeURIComponent(parcel.trackingNumber)}` });
  },

  explainRestriction(slug) {
    const restriction = RESTRICTED_CARRIERS[slug];
    return restriction ? RESTRICTIONS[restriction](findCarrier(slug)?.name ?? slug) : null;
  },
};

function ask(ctx: ClientContext, call: { method: "GET" | "POST"; path: string; body?: string }): Promise<ClientAnswer> {
  const { path, ...request } = call;
  const headers = {
    authorization: `ShippoToken ${ctx.apiKey}`,
    "shippo-api-version": "2018-02-08",
    ...(call.body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
  };
  return askApi({ ...request, headers, url: ctx.baseUrl + path, http: ctx.http, apiKey: ctx.apiKey, vendor: SHIPPO.vendor, judge });
}

const silentSchema = z.object({ tracking_status: z.null(), tracking_history: z.array(z.unknown()).max(0) });
/** `carrier` where it was posted, `detail` where it stood in the path. */
const carrierFaultSchema = z.union([
  z.object({ carrier: z.array(z.string()) }),
  z.object({ detail: z.string().startsWith("Carrier with name") }),
]);

/** A Track without a status is what Shippo answers for a number that no carrier has told it of. */
function judge({ status, json }: ApiReply): ClientAnswer | null {
  if (silentSchema.safeParse(json).success) return { kind: "not_found", problem: "Shippo has no news of this parcel yet." };
  if (status !== 400 && status !== 422) return null;
  const isCarriersFault = carrierFaultSchema.safeParse(json).success;
  return {
    kind: "unsupported",
    problem: isCarriersFault ? "Shippo does not track parcels of this carrier." : "Shippo does not accept this tracking number.",
  };
}
