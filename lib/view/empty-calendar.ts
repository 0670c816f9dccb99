import type { CalendarView } from "./calendar-view.ts";
import { createTranslator } from "./translate.ts";

/** The calendar of a number that nobody registered yet. */
export function emptyCalendar({ lang, shop }: { lang: string; shop: string }): CalendarView {
  const t = createTranslator(lang);
  return { name: t("calendar.summary", { shop }), description: t("calendar.no_day"), isMoving: true, hold: null };
}
