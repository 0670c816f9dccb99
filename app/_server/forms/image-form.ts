import { imageLook } from "#lib/status-image/image-look.ts";
import { buildImageView, buildNoticeImageView } from "#lib/view/build-image-view.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import type { Stopgap } from "../document-answer.ts";
import { USUAL_IMAGE } from "../image-wish.ts";
import type { RequestFacts } from "../request-facts.ts";
import type { Services } from "../services.ts";
import type { Form, NoticeSite } from "./form.ts";

/** Whatever is asked for, and whatever happens, this is an image and a 200: a mail has no room for anything else. */
export const imageForm: Form = {
  contentType: "image/png",
  isCompressed: true,
  isAnySpelling: true,
  // Gmail and others fetch an image once for all their readers and keep it for as long as they are told: an hour old, it would be wrong.
  sharedFor: "public, max-age=60, s-maxage=60, stale-while-revalidate=240",
  wishes: ({ image, theme }) => [image, theme],
  drawParcel: (services, { site, facts, input }) => printFor(services, { site, facts, view: buildImageView(input) }),
  answerNotice: (services, { site, facts, notice, view }) => ({
    status: 200,
    body: () =>
      printFor(services, { site, facts: { ...facts, ...(notice.reason === "too_many" && FEW) }, view: buildNoticeImageView(view) }),
  }),
};

/** Who asks too much is not drawn an image of every size on top. */
const FEW = { image: USUAL_IMAGE } as const;

interface ImageRequest {
  site: NoticeSite;
  facts: Pick<RequestFacts, "image" | "theme" | "client">;
  view: ImageView;
}

export async function printFor({ printImage }: Services, { site, facts, view }: ImageRequest): Promise<Uint8Array | Stopgap> {
  const { isCard, width, scale } = facts.image;
  const size = isCard ? ({ kind: "card", width } as const) : ({ kind: "plate", width, scale } as const);
  const { bytes, isStopgap } = await printImage({ view, look: imageLook(site.merchant.brand, facts.theme), size }, facts.client);
  return isStopgap ? { stopgap: bytes } : bytes;
}
