import { consoleRoute } from "#app/_server/console/console-route.ts";
import { csvResponse } from "#app/_server/console/csv-response.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { problem } from "#app/_server/problem.ts";
import { exportParcels } from "#lib/imports/export-parcels.ts";
import { hasRole } from "#lib/shared/role.ts";
import { parcelFilterOf } from "#lib/shipments/parcel-filter-of.ts";
import { readListAddress } from "./read-list-address.ts";

export const dynamic = "force-dynamic";

/** The parcels of a list, all of them, by the list's own address; with `links=private` for those who may hand them out. */
export const GET = consoleRoute({ name: "parcel.export", role: "viewer" }, async ({ runtime, call, request }) => {
  const query = new URL(request.url).searchParams;
  const wish = readListAddress(query);
  if (wish === null) return problem(400, "Not understood", "There is no such filter. Go back to the list, and export it from there.");
  const withPrivateLinks = query.get("links") === "private";
  if (withPrivateLinks && !hasRole(call.role, "editor")) return problem(403, "Forbidden", "Private links are for owners and editors.");

  const mode = readMode(Object.fromEntries(query));
  const rows = exportParcels(runtime, {
    caller: { merchantId: call.merchant.id, mode },
    query: wish.q,
    filter: parcelFilterOf(wish, runtime.clock.now()),
    withPrivateLinks,
  });
  const name = [call.merchant.slug, mode === "test" ? "test-parcels" : "parcels", runtime.clock.now().slice(0, 10)].join("-");
  return csvResponse(rows, `${name}.csv`);
});
