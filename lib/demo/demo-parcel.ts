import type { Stage } from "#lib/providers/test-numbers/stage.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";

export const DEMO_GROUPS = [
  "Journeys worth opening",
  "Rarer statuses",
  "When somebody must act",
  "Samples of the providers",
  "Test numbers",
] as const;

/** One parcel of the demo: a vendor's payload, staged on the day the demo is seeded. */
export interface DemoParcel {
  group: (typeof DEMO_GROUPS)[number];
  /** For the demo's index, which is read by whoever tries Waymark out. */
  title: string;
  merchant: string;
  provider: ProviderName;
  mode: Mode;
  carrier: string;
  trackingNumber: string;
  /** Tells of fixed days in the past; every other parcel is staged anew each day, so that "today" stays today. */
  isDated: boolean;
  /** Payloads in the order the vendor would send them. */
  payloads: (stage: Stage) => unknown[];
}
