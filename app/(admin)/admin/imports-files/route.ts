import { readBytes } from "#app/_server/api/read-bytes.ts";
import { consoleRoute } from "#app/_server/console/console-route.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { problem } from "#app/_server/problem.ts";
import { createImport, MAX_IMPORT_BYTES } from "#lib/imports/create-import.ts";

export const dynamic = "force-dynamic";

/** Takes a table of parcels as the body, and keeps its rows until somebody says what they are: `?name=parcels.csv&mode=test`. */
export const POST = consoleRoute({ name: "import.upload", role: "editor" }, async ({ runtime, call, request }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const read = await readBytes(request, MAX_IMPORT_BYTES);
  if (read.kind === "too_large")
    return problem(413, "Too large", "This file is larger than 20 MB. Split it, and import one part after the other.");
  if (read.kind === "broken_off") return problem(400, "Broken off", "The upload broke off before its end. Try again.");

  const caller = { merchantId: call.merchant.id, mode: readMode(query) };
  const file = { fileName: query.name ?? "", bytes: read.bytes };
  const outcome = await createImport(runtime, { caller, userId: call.user.id, ...file });
  if (outcome.kind === "unreadable") return problem(422, "Not taken", outcome.problem);
  return Response.json({ id: outcome.id }, { headers: { "cache-control": "no-store" } });
});
