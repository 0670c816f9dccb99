import { buildFeed } from "#lib/view/build-feed.ts";
import { emptyFeed } from "#lib/view/empty-feed.ts";
import { writeFeed } from "#lib/view/write-feed.ts";
import type { Form } from "./form.ts";
import { problemNotice } from "./problem-notice.ts";

export const feedForm: Form = {
  contentType: "application/atom+xml; charset=utf-8",
  isOfTheDay: true,
  drawParcel: (_, { input, origin }) => writeFeed(buildFeed(input, { origin })),
  answerNotice: (_, subject) => {
    const { notice, view, site, origin, moment } = subject;
    if (notice.reason !== "not_yet_known") return problemNotice(subject);
    const viewer = { lang: view.lang, pathPrefix: site.pathPrefix };
    return { body: () => writeFeed(emptyFeed(notice, viewer, { origin, shop: view.brand.name, now: moment })) };
  },
};
