import { formRoute } from "#app/_server/form-route.ts";
import { documentRoute } from "#app/_server/route.ts";
import { renderSubscribeDocument } from "#app/_server/subscribe-document.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<{ carrier: string; trackingNumber: string }>("tracking", (services, facts, params) =>
  renderTrackingDocument(services, facts, { ...params, merchant: null }),
);

/** Somebody wants to be told of this parcel. */
export const POST = formRoute<{ carrier: string; trackingNumber: string }>("subscribe", (services, facts, { params, form }) =>
  renderSubscribeDocument(services, facts, { params: { ...params, merchant: null }, form }),
);
