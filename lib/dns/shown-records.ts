const MOST_SHOWN = 10;
const LONGEST_SHOWN = 200;

/** Records to be shown to people: some names have hundreds of texts, and a text may be long. */
export function shownRecords(records: readonly string[]): string[] {
  return records.slice(0, MOST_SHOWN).map(shownRecord);
}

export const shownRecord = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
