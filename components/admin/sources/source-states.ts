import type { Tone } from "../ui/badge.tsx";

export type SourceState = "off" | "unauthorized" | "unavailable" | "waiting" | "failing" | "refused" | "unheard" | "well";

/** How a source does, in words. */
export const SOURCE_STATES: Readonly<Record<SourceState, { tone: Tone; words: string; text: string }>> = {
  well: { tone: "good", words: "Works", text: "News comes in." },
  unheard: { tone: "info", words: "Nothing yet", text: "Nothing has come through it so far." },
  refused: { tone: "bad", words: "Refused", text: "Its webhooks cannot be told from anybody’s: the secret or the token differs." },
  failing: { tone: "warn", words: "Failed once", text: "Its API failed, and is asked again soon." },
  waiting: { tone: "warn", words: "Waiting", text: "Its API asked us to wait a little." },
  unavailable: { tone: "bad", words: "Paused", text: "Its API failed again and again, and is left alone for a while." },
  unauthorized: { tone: "bad", words: "Key refused", text: "Its API does not take the key. Replace it, or see to it at the provider." },
  off: { tone: "neutral", words: "Off", text: "It takes no webhooks, and its API is left alone." },
};

/** Why a webhook was refused. */
export const REFUSALS: Readonly<Record<string, string>> = {
  unsigned: "No signature or token came with it",
  forged: "Its signature or token is not the one we know",
  stale: "It was signed too long ago",
  not_configured: "There is nothing to tell it by",
};
