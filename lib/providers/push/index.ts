import { carrierFor } from "#lib/carriers/catalog.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { identifyParcel } from "../identify-parcel.ts";
import { parsePayload } from "../parse-payload.ts";
import type { Provider } from "../provider.ts";
import { mapPush, readWords, reportedScans } from "./map.ts";
import { type Push, pushSchema } from "./schema.ts";

/** Reads what carriers and shops of one's own report through our API. Vendors are forgiven; these can mend what they write. */
export const push: Provider = {
  name: "push",
  readDeliveryKey: () => null,
  secrets: [],
  verifyWebhook: null,
  client: null,
  read(json, options = {}) {
    const parsed = parsePayload(pushSchema, json);
    if (parsed.kind === "invalid") return parsed;
    const { payload } = parsed;
    const parcel = identifyParcel(
      null,
      { word: payload.carrier?.trim() || null, path: "carrier" },
      { word: payload.tracking_number?.trim() || null, path: "tracking_number" },
    );
    if (parcel.kind === "invalid") return parcel;
    const issues = [...findUnknownCarrier(payload), ...findContradictions(payload), ...findGaps(payload)];
    if (issues.length > 0) return { kind: "invalid", issues };
    const snapshot = mapPush(payload, { ...parcel, mode: options.mode ?? "production" });
    return { kind: "snapshots", snapshots: [snapshot], deliveryKey: null };
  },
};

function findUnknownCarrier({ carrier }: Push): Issue[] {
  const word = carrier?.trim();
  return word && carrierFor(word) === null ? [{ path: "carrier", message: `no carrier is known as "${word}"` }] : [];
}

/** `in_transit` and `delivered_to_neighbour` cannot both be true. */
function findContradictions(push: Push): Issue[] {
  const said = [{ at: "", ...push }, ...reportedScans(push).map((scan, index) => ({ at: `scans.${index}.`, ...scan }))];
  return said.flatMap(({ at, status, substatus }) => {
    if (status == null || substatus == null || substatus === "unknown") return [];
    const words = readWords({ status, substatus });
    if (words.status === status && words.substatus === substatus) return [];
    return [{ path: `${at}substatus`, message: `"${substatus}" does not go with the status "${status}"` }];
  });
}

const TELLING = [
  "status",
  "substatus",
  "estimated_delivery",
  "service_level",
  "origin",
  "destination",
  "signed_by",
  "weight_oz",
] as const satisfies readonly (keyof Push)[];

function findGaps(push: Push): Issue[] {
  if (reportedScans(push).length > 0) return [];
  if (TELLING.every((field) => push[field] == null)) return [{ path: "scans", message: "missing: report at least one scan, or a status" }];
  // Scans say when they happened; without any, nobody could tell this report from an older one that comes late.
  return push.as_of == null
    ? [{ path: "as_of", message: "missing: a report without scans must say when it was so, such as 2026-03-01T17:04:00Z" }]
    : [];
}
