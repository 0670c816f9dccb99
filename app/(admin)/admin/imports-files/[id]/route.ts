import { consoleRoute } from "#app/_server/console/console-route.ts";
import { problem } from "#app/_server/problem.ts";
import { getImport } from "#lib/imports/get-import.ts";
import { buildImportProgress } from "#lib/imports/import-progress.ts";

export const dynamic = "force-dynamic";

/** How far an import has come. */
export const GET = consoleRoute<{ id: string }>({ name: "import.progress", role: "viewer" }, async ({ runtime, call, params }) => {
  const record = await getImport(runtime, { merchantId: call.merchant.id, id: params.id });
  if (!record) return problem(404, "Not found", "There is no such import.");
  return Response.json(buildImportProgress(record, runtime.clock.now()), { headers: { "cache-control": "no-store" } });
});
