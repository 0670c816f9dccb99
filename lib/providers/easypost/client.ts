import { z } from "zod";
import { type ApiReply, askApi } from "../ask-api.ts";
import { carrierCode } from "../carrier-code.ts";
import type { ClientAnswer, ClientContext, ParcelToAskFor, ProviderClient } from "../provider.ts";
import { text } from "../vendor-fields.ts";

const EASYPOST = { codes: "easypost", vendor: "EasyPost" } as const;

/** Creating a tracker that exists answers the existing one, within three months; after that it makes, and bills, another. */
export const easypostClient: ProviderClient = {
  async watch(ctx, parcel) {
    const carrier = carrierCode(EASYPOST, parcel.carrier);
    if (carrier.kind !== "code") return carrier;
    if (parcel.vendorTrackerId !== null) {
      const known = await findById(ctx, parcel.vendorTrackerId);
      if (known.kind !== "not_found") return known;
    }
    const tracker = { tracking_code: parcel.trackingNumber, carrier: carrier.code };
    return ask(ctx, { method: "POST", path: "/trackers", body: JSON.stringify({ tracker }) });
  },

  async fetch(ctx, parcel) {
    if (parcel.vendorTrackerId === null) return findTracker(ctx, parcel);
    const known = await findById(ctx, parcel.vendorTrackerId);
    return known.kind === "not_found" ? findTracker(ctx, parcel) : known;
  },

  explainRestriction: () => null,
};

function findById(ctx: ClientContext, id: string): Promise<ClientAnswer> {
  return ask(ctx, { method: "GET", path: `/trackers/${encodeURIComponent(id)}` });
}

function findTracker(ctx: ClientContext, parcel: ParcelToAskFor): Promise<ClientAnswer> | ClientAnswer {
  const carrier = carrierCode(EASYPOST, parcel.carrier);
  if (carrier.kind !== "code") return carrier;
  const query = new URLSearchParams({ tracking_code: parcel.trackingNumber, carrier: carrier.code, page_size: "1" });
  return ask(ctx, { method: "GET", path: `/trackers?${query}` });
}

function ask(ctx: ClientContext, call: { method: "GET" | "POST"; path: string; body?: string }): Promise<ClientAnswer> {
  const { path, ...request } = call;
  const headers = {
    authorization: `Basic ${Buffer.from(`${ctx.apiKey}:`).toString("base64")}`,
    ...(call.body !== undefined && { "content-type": "application/json" }),
  };
  return askApi({ ...request, headers, url: ctx.baseUrl + path, http: ctx.http, apiKey: ctx.apiKey, vendor: EASYPOST.vendor, judge });
}

const listSchema = z.object({ trackers: z.array(z.looseObject({})) });
const errorSchema = z.object({ error: z.object({ code: text }) });

const CANNOT_FOLLOW: ReadonlyMap<string, string> = new Map([
  ["TRACKER.UNSUPPORTED_CARRIER", "EasyPost does not track parcels of this carrier."],
  ["TRACKER.NO_CARRIER_FOR_CODE", "EasyPost takes this number for no carrier's."],
  ["TRACKER.MULTIPLE_CARRIERS_FOR_CODE", "EasyPost takes this number for several carriers'."],
  ["TRACKER.CARRIER_CODE_MISMATCH", "EasyPost does not take this number for one of this carrier's."],
  ["TRACKER.INVALID_PARAMS", "EasyPost does not accept this tracking number."],
  ["TRACKER.INVALID_TEST_CODE", "With a test key EasyPost knows its own test numbers only."],
  ["TRACKER.CREATE.ERROR", "EasyPost cannot follow this number; with a test key it knows its own test numbers only."],
]);

const KEY_IS_OFF: ClientAnswer = { kind: "unauthorized", problem: "This API key is switched off at EasyPost." };

function judge({ status, json }: ApiReply): ClientAnswer | null {
  if (status === 200) {
    const list = listSchema.safeParse(json);
    if (!list.success) return null;
    const [tracker] = list.data.trackers;
    return tracker
      ? { kind: "payload", body: JSON.stringify(tracker) }
      : { kind: "not_found", problem: "EasyPost does not follow this parcel yet." };
  }
  const code = errorSchema.safeParse(json).data?.error.code ?? "";
  if (code === "APIKEY.INACTIVE") return KEY_IS_OFF;
  const isRefusal = status === 400 || status === 422;
  return isRefusal ? { kind: "unsupported", problem: CANNOT_FOLLOW.get(code) ?? "EasyPost does not accept this parcel." } : null;
}
