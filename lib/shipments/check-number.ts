import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { detectCarrier, type NearMiss } from "#lib/carriers/detect-carrier.ts";
import { findMistype } from "#lib/carriers/find-mistype.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerRowByNumber } from "#lib/db/queries/trackers.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { identifyParcel } from "./identify-parcel.ts";

/** What may be said of a number before it is registered. */
export type NumberCheck =
  | { kind: "malformed" }
  /** `candidates` may be none; then `nearMisses` say which digit looks wrong, if one does. */
  | { kind: "carrier_needed"; candidates: CarrierSlug[]; nearMisses: NearMiss[] }
  | {
      kind: "ready";
      carrier: CarrierSlug;
      /** Grouped, for the eye. */
      numberText: string;
      /** Why it is surely none of the carrier that somebody named. */
      mistype: string | null;
      /** The parcel under way that it belongs to already. */
      knownAs: TrackerId | null;
    };

/** Looks at a number as it was typed, with the carrier that somebody chose, if any. */
export async function checkNumber(
  { db }: { db: Database },
  { caller, trackingNumber, carrier }: { caller: Books; trackingNumber: string; carrier: CarrierSlug | null },
): Promise<NumberCheck> {
  const parcel = identifyParcel({ mode: caller.mode, carrier, trackingNumber });
  switch (parcel.kind) {
    case "number_malformed":
      return { kind: "malformed" };
    case "carrier_ambiguous":
    case "carrier_undetected": {
      const { candidates, nearMisses } = detectCarrier(trackingNumber);
      return { kind: "carrier_needed", candidates: candidates.map((each) => each.carrier), nearMisses: [...nearMisses] };
    }
    case "parcel": {
      const row = await findTrackerRowByNumber(db.kysely, { ...caller, carrier: parcel.carrier, trackingNumber: parcel.trackingNumber });
      const isUnderWay = row !== undefined && !trackerColumn.read(row.document).isFinal;
      return {
        kind: "ready",
        carrier: parcel.carrier,
        numberText: groupTrackingNumber(parcel.carrier, parcel.trackingNumber),
        mistype: findMistype(parcel.carrier, parcel.trackingNumber),
        knownAs: isUnderWay ? row.id : null,
      };
    }
  }
}
