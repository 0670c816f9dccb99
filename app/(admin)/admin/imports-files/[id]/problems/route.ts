import { consoleRoute } from "#app/_server/console/console-route.ts";
import { csvResponse } from "#app/_server/console/csv-response.ts";
import { problem } from "#app/_server/problem.ts";
import { writeProblems } from "#lib/imports/write-problems.ts";

export const dynamic = "force-dynamic";

/** The rows that could not be taken in, with the reason, as a file to mend and import again. */
export const GET = consoleRoute<{ id: string }>({ name: "import.problems", role: "viewer" }, async ({ runtime, call, params }) => {
  const rows = await writeProblems(runtime, { merchantId: call.merchant.id, id: params.id });
  return rows === null ? problem(404, "Not found", "There is no such import.") : csvResponse(rows, "rows-to-mend.csv");
});
