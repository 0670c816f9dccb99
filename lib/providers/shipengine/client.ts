import { z } from "zod";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { type ApiReply, askApi } from "../ask-api.ts";
import { carrierCode } from "../carrier-code.ts";
import type { ClientAnswer, ClientContext, ParcelToAskFor, ProviderClient } from "../provider.ts";
import { text } from "../vendor-fields.ts";

const SHIPENGINE = { codes: "shipengine", vendor: "ShipEngine" } as const;

export const shipengineClient: ProviderClient = {
  watch: (ctx, parcel) => ask(ctx, parcel, { method: "POST", path: "/v1/tracking/start" }),
  fetch: (ctx, parcel) => ask(ctx, parcel, { method: "GET", path: "/v1/tracking" }),

  explainRestriction(slug) {
    const carrier = findCarrier(slug)?.name ?? slug;
    return `ShipEngine follows ${carrier} parcels only where ${carrier} is connected to your ShipEngine account, on its Advanced plan or higher.`;
  },
};

async function ask(ctx: ClientContext, parcel: ParcelToAskFor, call: { method: "GET" | "POST"; path: string }): Promise<ClientAnswer> {
  const carrier = carrierCode(SHIPENGINE, parcel.carrier);
  if (carrier.kind !== "code") return carrier;
  const query = new URLSearchParams({ carrier_code: carrier.code, tracking_number: parcel.trackingNumber });
  return askApi({
    method: call.method,
    url: `${ctx.baseUrl}${call.path}?${query}`,
    headers: { "api-key": ctx.apiKey },
    http: ctx.http,
    apiKey: ctx.apiKey,
    vendor: SHIPENGINE.vendor,
    judge,
  });
}

const silentSchema = z.object({ status_code: z.enum(["UN", "NY"]).nullish(), events: z.array(z.unknown()).max(0) });
const errorsSchema = z.object({ errors: z.array(z.object({ error_code: text })).nonempty() });

const unsupported = (problem: string): ClientAnswer => ({ kind: "unsupported", problem });
const unauthorized = (problem: string): ClientAnswer => ({ kind: "unauthorized", problem });

const NOT_THIS_CARRIER = unsupported("ShipEngine does not track parcels of this carrier.");
const NOT_CONNECTED = unsupported("This carrier is not connected to the ShipEngine account.");
const NOT_THIS_NUMBER = unsupported("ShipEngine does not accept this tracking number for this carrier.");
const PLAN = unauthorized("The plan of this ShipEngine account does not allow tracking, or has ended.");

const MEANINGS: ReadonlyMap<string, ClientAnswer> = new Map([
  ["carrier_not_supported", NOT_THIS_CARRIER],
  ["tracking_not_supported", NOT_THIS_CARRIER],
  ["carrier_not_connected", NOT_CONNECTED],
  ["carrier_disconnected", NOT_CONNECTED],
  ["invalid_identifier", NOT_THIS_NUMBER],
  ["invalid_field_value", NOT_THIS_NUMBER],
  ["invalid_string_length", NOT_THIS_NUMBER],
  ["invalid_billing_plan", PLAN],
  ["subscription_inactive", PLAN],
  ["trial_expired", PLAN],
  ["terms_not_accepted", unauthorized("ShipEngine's terms have not been accepted for this account.")],
]);

/** It answers 200 for every number; one that it knows nothing of has no events. */
function judge({ status, json }: ApiReply): ClientAnswer | null {
  if (status === 200) {
    const isSilent = silentSchema.safeParse(json).success;
    return isSilent ? { kind: "not_found", problem: "ShipEngine has no news of this parcel yet." } : null;
  }
  const code = errorsSchema.safeParse(json).data?.errors[0]?.error_code ?? "";
  const meaning = MEANINGS.get(code);
  if (meaning) return meaning;
  // Carriers' own troubles come as 400 as well: they concern one parcel, and pass.
  return status === 400 || status === 422 ? { kind: "not_found", problem: "ShipEngine could not find this parcel at the carrier." } : null;
}
