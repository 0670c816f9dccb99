/** What shoppers may choose to be told, in the order of a parcel's life. */
export const NEWS_TOPICS = ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];
