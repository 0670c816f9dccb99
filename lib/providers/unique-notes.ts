import type { MappingNote } from "#lib/tracking/snapshot.ts";

/** Each unknown word once, in the order met. */
export function uniqueNotes(notes: readonly MappingNote[]): MappingNote[] {
  return [...new Map(notes.map((note) => [`${note.field}\n${note.word}`, note])).values()];
}
