import type { Mode, ProviderName, TrackerSnapshot } from "#lib/tracking/snapshot.ts";

/** One source of news. Webhook and poll end in the same snapshots. */
export interface Provider {
  name: ProviderName;
  /**
   * Reads one parsed payload of this provider; never throws.
   * `options.mode` counts only where the payload does not say it itself; without either, production.
   */
  read(json: unknown, options?: ReadOptions): ProviderReading;
}

export interface ReadOptions {
  mode?: Mode;
}

export type ProviderReading =
  | {
      kind: "snapshots";
      snapshots: TrackerSnapshot[];
      /** The vendor's id of this delivery (`evt_…`, `event.uuid`), the same when it is delivered again; null where it has none. */
      deliveryKey: string | null;
    }
  | { kind: "invalid"; issues: ReadingIssue[] }
  /** Genuine, but not about tracking. */
  | { kind: "ignored"; reason: string };

export interface ReadingIssue {
  /** Dotted, from the payload's root: `result.tracking_details.0.datetime`. */
  path: string;
  message: string;
}
