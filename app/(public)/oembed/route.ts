import { readOembedAsk, renderOembed } from "#app/_server/oembed-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

const answer = documentRoute("oembed", renderOembed);

export const GET = (request: Request): Promise<Response> => answer(request, { params: Promise.resolve(readOembedAsk(request)) });
