/** (b) Bare node:http with the same look-up, view and components: what is left when Next's router is taken away. */
import { createServer } from "node:http";
import { createApiLimits } from "#app/_server/api/api-limits.ts";
import { readAssets } from "#app/_server/assets.ts";
import { markRequest, translateHeaders } from "#app/_server/front.ts";
import { createLookupLimit } from "#app/_server/lookup-limit.ts";
import { createImagePrinter } from "#app/_server/print-image.ts";
import { readRequestFacts } from "#app/_server/request-facts.ts";
import { sendDocument } from "#app/_server/send-document.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";
import { createWishLimit } from "#app/_server/wish-limit.ts";
import { readConfig } from "#lib/config/config.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";

const runtime = await createRuntime(readConfig(process.env));
const services = {
  runtime,
  assets: readAssets(),
  lookupLimit: createLookupLimit(0),
  wishLimit: createWishLimit({ lookupsPerMinute: 0 }),
  apiLimits: createApiLimits(0),
  printImage: createImagePrinter(runtime),
};

createServer(async (incoming, outgoing) => {
  markRequest(incoming);
  translateHeaders(outgoing);
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, { headers: incoming.headers as Record<string, string> });
  const facts = readRequestFacts(request, runtime.config);
  const [, carrier = "", trackingNumber = ""] = facts.path.split("/");
  const answer = await renderTrackingDocument(services, facts, { merchant: null, carrier, trackingNumber });
  const response = await sendDocument(answer, facts, runtime.config);
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(runtime.config.port, "127.0.0.1");
