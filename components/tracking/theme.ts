/** What the shopper asked for or the brand insists on; null follows the device. */
export type Theme = "light" | "dark" | null;
