import type { Status } from "#lib/tracking/status.ts";

/** What a shop's own sentence may leave for us to fill in, written `{day}`. */
export type Placeholder = "shop" | "carrier" | "day" | "time" | "place";

const ANYWHERE = ["shop", "carrier"] as const;

/** What can be known of a parcel in each status. */
export const WORDING_PLACEHOLDERS: Readonly<Record<Status, readonly Placeholder[]>> = {
  unknown: ANYWHERE,
  pre_transit: [...ANYWHERE, "day"],
  in_transit: [...ANYWHERE, "day", "time", "place"],
  out_for_delivery: [...ANYWHERE, "day", "time", "place"],
  available_for_pickup: [...ANYWHERE, "place"],
  delivered: [...ANYWHERE, "day", "time"],
  return_to_sender: ANYWHERE,
  failure: ANYWHERE,
  cancelled: ANYWHERE,
  error: ANYWHERE,
};

/** For the person who writes the sentence. Where a value is not known of a parcel, its page says our own sentence. */
export const PLACEHOLDER_HINTS: Readonly<Record<Placeholder, string>> = {
  shop: "your name",
  carrier: "the carrier’s name, unless you hide it",
  day: "when it comes, or came: today, Thursday, September 24",
  time: "the hour it comes by, or came at",
  place: "where it was last seen, or waits to be collected",
};

type Part = { kind: "text"; text: string } | { kind: "placeholder"; name: string } | { kind: "stray" };

/** What is wrong with the placeholders of a sentence, in words for its writer; null for nothing. */
export function wordingProblem(status: Status, sentence: string): string | null {
  const parts = split(sentence);
  if (parts.some(({ kind }) => kind === "stray")) return 'has a brace without its other half: placeholders look like "{shop}"';
  const allowed = WORDING_PLACEHOLDERS[status];
  const unknown = parts.find((part) => part.kind === "placeholder" && !allowed.includes(part.name as Placeholder));
  if (unknown?.kind !== "placeholder") return null;
  return `cannot fill in {${unknown.name}}: here it may hold ${allowed.map((name) => `{${name}}`).join(", ")}`;
}

/** The sentence with its values; null where one of them is not known. */
export function fillWording(sentence: string, fill: (name: Placeholder) => string | null): string | null {
  let filled = "";
  for (const part of split(sentence)) {
    const text = part.kind === "text" ? part.text : part.kind === "placeholder" ? fill(part.name as Placeholder) : null;
    if (text === null) return null;
    filled += text;
  }
  return filled;
}

function split(sentence: string): Part[] {
  return (sentence.match(/\{[^{}]*\}|[{}]|[^{}]+/g) ?? []).map((piece): Part => {
    if (piece === "{" || piece === "}") return { kind: "stray" };
    return piece.startsWith("{") ? { kind: "placeholder", name: piece.slice(1, -1) } : { kind: "text", text: piece };
  });
}
