import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { easypostVocabulary } from "../easypost/vocabulary.ts";
import type { StatusMeaning, VendorVocabulary } from "../vendor-vocabulary.ts";

/** Our own words mean themselves; a status alone is as plain as it is in EasyPost's mouth, whose words ours are. */
const statuses = Object.fromEntries(
  STATUSES.map((status) => [status, { status, substatus: easypostVocabulary.statuses[status].substatus }]),
) as Record<Status, StatusMeaning>;

const details = Object.fromEntries(Object.keys(SUBSTATUSES).map((word) => [word, word])) as Record<Substatus, Substatus>;

export const pushVocabulary = { statuses, details } satisfies VendorVocabulary;
