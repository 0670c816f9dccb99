import type { DeliveryDate } from "#lib/tracking/snapshot.ts";
import { dayText, hourText } from "./format-time.ts";
import type { Voice } from "./voice.ts";

interface PromiseWords {
  /** Which hours of the day are told, and so which sentence says it. */
  window: "any" | "by" | "from" | "between";
  /** What fills that sentence. */
  values: { day: string; from: string; until: string };
}

/** A promised day, with as much of its hours as the carrier told. */
export function promiseWords(promise: DeliveryDate, { locale, today }: Pick<Voice, "locale" | "today">): PromiseWords {
  const { on, from, until } = promise;
  return {
    window: windowOf(promise),
    values: {
      day: dayText(locale, "heading", { day: on, today }),
      from: from === null ? "" : hourText(locale, from),
      until: until === null ? "" : hourText(locale, until),
    },
  };
}

function windowOf({ from, until }: DeliveryDate): PromiseWords["window"] {
  if (from === null) return until === null ? "any" : "by";
  return until === null ? "from" : "between";
}
