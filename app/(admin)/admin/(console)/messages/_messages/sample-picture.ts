import type { Services } from "#app/_server/services.ts";
import { imageLook } from "#lib/status-image/image-look.ts";
import { buildImageView } from "#lib/view/build-image-view.ts";
import { IMAGE_SCALE } from "#lib/view/image-link.ts";
import { MAIL_PICTURE } from "#lib/view/mail-view.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";

/** The picture of a parcel that nothing serves, as mails show it. PNG. */
export async function drawSamplePicture({ printImage }: Services, input: TrackingViewInput): Promise<Uint8Array> {
  const size = { kind: "plate", width: MAIL_PICTURE.drawn, scale: IMAGE_SCALE.usual } as const;
  const { brand, slug } = input.merchant;
  const { bytes } = await printImage({ view: buildImageView(input), look: imageLook(brand, null), size }, slug);
  return bytes;
}
