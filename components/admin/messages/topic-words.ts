import type { NewsTopic } from "#lib/tracking/news-topic.ts";

/** What shoppers can be told, in the console's words. */
export const TOPIC_WORDS: Readonly<Record<NewsTopic, { label: string; hint: string }>> = {
  shipped: { label: "Shipped", hint: "The carrier has it." },
  out_for_delivery: { label: "Out for delivery", hint: "It comes today." },
  delivered: { label: "Delivered", hint: "Delivered or collected, and where." },
  needs_you: { label: "Needs the shopper", hint: "An address to mend, duty to pay, a parcel to collect." },
  delayed: { label: "Delayed", hint: "The promised day has moved, or something holds it up." },
};
