import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { createTranslator } from "#lib/view/translate.ts";

/** What a page says of a status where the shop says nothing of its own, by language; without what is only known of a parcel. */
export function ourSentences(): Record<string, Record<Status, string>> {
  return Object.fromEntries(
    LANGUAGES.map(({ tag }) => {
      const t = createTranslator(tag);
      return [tag, Object.fromEntries(STATUSES.map((status) => [status, t(`headline.${status}`)])) as Record<Status, string>];
    }),
  );
}
