import type { MappingNote } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";

/** What one vendor's words mean in ours: data only, read by `readVendorWords`. */
export interface VendorVocabulary {
  statuses: Readonly<Record<string, StatusMeaning>>;
  details: Readonly<Record<string, Substatus>>;
}

export interface StatusMeaning {
  status: Status;
  /** What it means when no detail helps. */
  substatus: Substatus;
  /** For a coarse vendor word: which of our statuses its details may sharpen it to. */
  sharpensTo?: readonly Status[];
  /** Details that mean something else beside this status. */
  details?: Readonly<Record<string, Substatus>>;
}

export interface OurWords {
  status: Status;
  substatus: Substatus;
  notes: MappingNote[];
}

/** Whatever a vendor calls it, a parcel back at, or on its way back to, the sender is that. */
const RETURNED: ReadonlySet<Substatus> = new Set(["return_to_sender", "returned"]);

/** Troubles and places that stay worth saying beside a status of another kind. */
const SAYS_WHY: ReadonlySet<Substatus> = new Set([
  "delayed",
  "delayed_beyond_carrier",
  "weather_delay",
  "missorted",
  "damaged",
  "damaged_continuing",
  "held",
  "address_correction",
  "address_issue",
  "contact_carrier",
  "transit_exception",
  "delivery_exception",
  "customs_documents_check",
  "held_by_customs",
  "incorrect_declaration",
  "duty_unpaid",
  "delivery_attempted",
  "delivery_attempted_final",
  "notice_left",
  "reschedule_delivery",
  "location_inaccessible",
  "identification_failed",
  "cod_unpaid",
  "arrived_at_pickup_location",
  "refused",
  "recipient_moved",
  "not_delivered",
  "not_collected",
  "unclaimed",
]);

const TAKES_A_REASON: ReadonlySet<Status> = new Set([
  "pre_transit",
  "in_transit",
  "out_for_delivery",
  "available_for_pickup",
  "return_to_sender",
  "failure",
  "error",
]);

/**
 * The vendor's status decides; its detail refines within what that status allows.
 * A word no table knows becomes `unknown`, or the plain meaning of the status beside it, and is noted; never good news.
 */
export function readVendorWords(vocabulary: VendorVocabulary, status: string | null, detail: string | null): OurWords {
  const meaning = status === null ? null : lookUp(vocabulary.statuses, status);
  const refined = detail === null ? null : (lookUp(meaning?.details ?? {}, detail) ?? lookUp(vocabulary.details, detail));
  const notes: MappingNote[] = [];
  if (status !== null && meaning === null) notes.push({ field: "status", word: status });
  if (detail !== null && refined === null) notes.push({ field: "status_detail", word: detail });
  return { ...settle(status !== null, meaning, refined), notes };
}

function settle(hasStatus: boolean, meaning: StatusMeaning | null, refined: Substatus | null): { status: Status; substatus: Substatus } {
  if (meaning === null) {
    return refined === null || hasStatus
      ? { status: "unknown", substatus: "unknown" }
      : { status: SUBSTATUSES[refined].status, substatus: refined };
  }
  const plain = { status: meaning.status, substatus: meaning.substatus };
  if (refined === null || refined === "unknown") return plain;
  const implied = SUBSTATUSES[refined].status;
  if (implied === meaning.status) return { status: implied, substatus: refined };
  if (RETURNED.has(refined) || meaning.sharpensTo?.includes(implied)) return { status: implied, substatus: refined };
  if (SAYS_WHY.has(refined) && TAKES_A_REASON.has(meaning.status)) return { status: meaning.status, substatus: refined };
  return plain;
}

/** Words come from outside: `constructor` must not find anything. */
function lookUp<Meaning>(table: Readonly<Record<string, Meaning>>, word: string): Meaning | null {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
