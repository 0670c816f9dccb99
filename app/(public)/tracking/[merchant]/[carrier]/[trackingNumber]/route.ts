import { formRoute } from "#app/_server/form-route.ts";
import { documentRoute } from "#app/_server/route.ts";
import { renderSubscribeDocument } from "#app/_server/subscribe-document.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<{ merchant: string; carrier: string; trackingNumber: string }>("tracking", renderTrackingDocument);

/** Somebody wants to be told of this parcel. */
export const POST = formRoute<{ merchant: string; carrier: string; trackingNumber: string }>("subscribe", renderSubscribeDocument);
