import { renderLookupDocument } from "#app/_server/lookup-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute("lookup", (services, facts) => renderLookupDocument(services, facts, { merchant: null }));
