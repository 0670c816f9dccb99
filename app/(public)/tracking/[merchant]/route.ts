import { renderLookupDocument } from "#app/_server/lookup-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<{ merchant: string }>("lookup", renderLookupDocument);
