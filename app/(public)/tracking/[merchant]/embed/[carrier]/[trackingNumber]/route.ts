import { documentRoute } from "#app/_server/route.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<{ merchant: string; carrier: string; trackingNumber: string }>("embed", (services, facts, params) =>
  renderTrackingDocument(services, facts, { ...params, isEmbed: true }),
);
