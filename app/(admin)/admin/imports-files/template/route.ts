import { consoleRoute } from "#app/_server/console/console-route.ts";
import { csvResponse } from "#app/_server/console/csv-response.ts";
import { writeTemplate } from "#lib/imports/write-template.ts";

export const dynamic = "force-dynamic";

/** A table to fill in. */
export const GET = consoleRoute({ name: "import.template", role: "viewer" }, async () =>
  csvResponse(writeTemplate(), "parcels-template.csv"),
);
