/** What a mail tool puts in when it sends, in its own language: `{{ fulfillment.tracking_number }}`. */
export interface Placeholder {
  readonly placeholder: string;
}

/** An address with or without gaps for a mail tool to fill. */
export type Pieces = readonly (string | Placeholder)[];

/** Writes what is known by the rules of its surroundings, and placeholders as they are: what fills them escapes itself. */
export function writePieces(pieces: Pieces, literally: (text: string) => string = (text) => text): string {
  return pieces.map((piece) => (typeof piece === "string" ? literally(piece) : piece.placeholder)).join("");
}
