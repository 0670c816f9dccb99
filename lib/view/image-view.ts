import type { MilestoneView, Tone } from "./tracking-view.ts";

/** Everything an image of a parcel says, in the shopper's language: a part of what its public page says. */
export interface ImageView {
  lang: string;
  dir: "ltr" | "rtl";
  tone: Tone;
  testLabel: string | null;
  headline: string;
  /** What stands behind the headline; empty where there is nothing to add. */
  text: string;
  /** What somebody must do. */
  action: string | null;
  /** Empty where there is no parcel to speak of. */
  milestones: { label: string; state: MilestoneView["state"]; time: string | null }[];
  /** An image is kept by mail clients, so it says how old its news is; null where it tells none. */
  asOf: string | null;
  /** Said beside it where our source has been silent for so long that there may be newer news. */
  doubt: string | null;
}
