import { trackingSchemaUrl } from "#lib/contracts/api/build-tracking-schema.ts";
import type { TrackingJson, TrackingNews } from "#lib/contracts/tracking-json.ts";
import { buildTrackingJson } from "#lib/view/build-tracking-json.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { buildUnknownJson } from "#lib/view/build-unknown-json.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import type { Form } from "./form.ts";
import { problemNotice } from "./problem-notice.ts";

export const jsonForm: Form = {
  contentType: "application/json; charset=utf-8",
  asksForNews: true,
  drawParcel: (_, { input, origin }) => write(origin, buildTrackingJson(input), buildTrackingView(input)),
  answerNotice: (_, subject) => {
    const { notice, view, moment, origin } = subject;
    if (notice.reason !== "not_yet_known") return problemNotice(subject);
    return { body: () => write(origin, buildUnknownJson(notice, moment), view) };
  },
};

function write(origin: string, json: TrackingJson, view: PageView): string {
  const news: Omit<TrackingNews, "view"> & { view: PageView } = { $schema: trackingSchemaUrl(origin), ...json, view };
  return JSON.stringify(news);
}
