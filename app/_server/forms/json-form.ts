import { buildTrackingJson } from "#lib/view/build-tracking-json.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { buildUnknownJson } from "#lib/view/build-unknown-json.ts";
import type { Form } from "./form.ts";
import { problemNotice } from "./problem-notice.ts";

export const jsonForm: Form = {
  contentType: "application/json; charset=utf-8",
  drawParcel: (_, { input }) => JSON.stringify({ ...buildTrackingJson(input), view: buildTrackingView(input) }),
  answerNotice: (_, subject) => {
    const { notice, view, moment } = subject;
    if (notice.reason !== "not_yet_known") return problemNotice(subject);
    return { body: () => JSON.stringify({ ...buildUnknownJson(notice, moment), view }) };
  },
};
