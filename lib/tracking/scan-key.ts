import { epochMsOf } from "#lib/shared/clock.ts";
import type { EventTime } from "./event-time.ts";
import { scanWords } from "./scan-words.ts";
import type { ScanReport } from "./snapshot.ts";
import { stableDigest } from "./stable-digest.ts";

/** Names a scan by what the carrier gave: its time and its words. Nothing inferred enters, so better tables change no key. */
export function scanKey(report: ScanReport): string {
  return stableDigest([timeAsGiven(report.time), ...scanWords(report)]);
}

function timeAsGiven(time: EventTime): string {
  switch (time.kind) {
    case "instant":
      return `instant ${epochMsOf(time.utc)}`;
    case "local":
      return `local ${time.local}`;
    case "day":
      return `day ${time.day}`;
    case "none":
      return "none";
  }
}
