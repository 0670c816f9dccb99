import { renderCardDocument } from "#app/_server/card-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<{ merchant: string }>("card", renderCardDocument);
