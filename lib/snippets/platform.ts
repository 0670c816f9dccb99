/** Where a snippet is pasted, and what stands around it there. */
export interface Wrapper {
  open: string;
  close: string;
}

/** A mail tool, and how one writes in its templates. Placeholders escape what fills them. */
export interface Platform {
  slug: string;
  name: string;
  /** What it calls its template language. */
  language: string;
  /** Where the carrier's name and the number come from, in a sentence. */
  source: string;
  /** A part of an address, percent-encoded with `%20` for a space: a `+` there is a plus. */
  carrier: string;
  number: string;
  /** The whole private link, for whoever keeps it there. */
  privateLink: { placeholder: string; source: string };
  /** The same two as JSON strings, with their quotation marks; null where the tool takes scripts out of mails. */
  json: { carrier: string; number: string } | null;
  /** So that mails without a parcel are as they were. */
  html: Wrapper;
  text: Wrapper;
  /** What to do, in order. */
  steps: readonly string[];
  /** What else to know. */
  notes: readonly string[];
  /** Names of carriers as the tool writes them, and which of ours each leads to. */
  carrierNames: Readonly<Record<string, string>>;
}
