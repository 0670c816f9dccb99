import { buildCalendar } from "#lib/view/build-calendar.ts";
import { emptyCalendar } from "#lib/view/empty-calendar.ts";
import { writeCalendar } from "#lib/view/write-calendar.ts";
import type { Form } from "./form.ts";
import { problemNotice } from "./problem-notice.ts";

/** A calendar to subscribe to, or to keep as a file. */
export const calendarForm: Form = {
  contentType: "text/calendar; charset=utf-8",
  isOfTheDay: true,
  drawParcel: (_, { input, origin, version }) => writeCalendar(buildCalendar(input, { origin, version })),
  answerNotice: (_, subject) => {
    const { notice, view } = subject;
    if (notice.reason !== "not_yet_known") return problemNotice(subject);
    return { body: () => writeCalendar(emptyCalendar({ lang: view.lang, shop: view.brand.name })) };
  },
};
