import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { tidyMessage } from "./tidy-message.ts";
import type { Voice } from "./voice.ts";

/** Words too general to stand in for what the carrier said. */
const VAGUE: ReadonlySet<Substatus> = new Set([
  "unknown",
  "awaiting_information",
  "in_transit",
  "status_update",
  "transit_exception",
  "delivery_exception",
  "post_delivery_update",
  "failure",
  "unspecified_exception",
  "error",
]);

/**
 * The carrier's own sentence, which carriers send in English: English pages show it. Other languages show our
 * words for it, unless those are so vague that even a foreign sentence says more.
 */
export function scanTitle({ message, substatus }: Pick<Scan, "message" | "substatus">, { t, lang }: Pick<Voice, "t" | "lang">): string {
  const hasMessage = message !== null && message.trim() !== "";
  return hasMessage && (lang === "en" || VAGUE.has(substatus)) ? tidyMessage(message) : t(`substatus.${substatus}`);
}
