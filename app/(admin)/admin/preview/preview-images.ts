import type { Services } from "#app/_server/services.ts";
import { buildSamplePage } from "#lib/demo/sample-pages.ts";
import { imageLook } from "#lib/status-image/image-look.ts";
import type { ImageSize } from "#lib/status-image/image-size.ts";
import { buildImageView } from "#lib/view/build-image-view.ts";
import { CARD_SIZE, IMAGE_SCALE, IMAGE_WIDTH } from "#lib/view/image-link.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import type { PreviewInput } from "./preview-kinds.ts";

/** On a phone's mail, and on the desk's. */
const NARROW = 342;
/** What mails are read on: by day, by night, and on what a mail client made of either. */
const GROUNDS = ["#ffffff", "#121212", "#8c8c8c"];

/** The image for mails on every ground, and the card for shared links; laid out as mails are, since nothing else is allowed here. */
export async function drawImagePreview({ printImage, runtime }: Services, { merchant, wish }: PreviewInput): Promise<string> {
  const { brand } = merchant;
  const sample = buildSamplePage(wish.sample, { now: runtime.clock.now(), tier: "public" });
  const { lang, locale } = chooseLanguage({ ...brand, allowedLanguages: [] }, { asked: wish.lang });
  const viewer = { tier: "public", lang, locale, theme: wish.theme, langIsChosen: false, pathPrefix: "", key: null } as const;
  const view = buildImageView({ ...sample, merchant, viewer });
  const print = async (size: ImageSize) => {
    const { bytes } = await printImage({ view, look: imageLook(brand, wish.theme), size }, merchant.slug);
    return `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
  };
  const plate = (width: number) => print({ kind: "plate", width, scale: IMAGE_SCALE.usual });
  const [narrow, wide, card] = await Promise.all([
    plate(NARROW),
    plate(IMAGE_WIDTH.usual),
    print({ kind: "card", width: CARD_SIZE.width }),
  ]);
  const picture = `<picture><source media="(max-width: 620px)" srcset="${narrow}" width="${NARROW}"><img src="${wide}" width="${IMAGE_WIDTH.usual}" alt="E-mail image"></picture>`;
  const grounds = GROUNDS.map((color) => `<tr><td bgcolor="${color}" align="center">${picture}</td></tr>`).join("");
  const shared = `<tr><td bgcolor="#eef0f2" align="center"><img src="${card}" width="100%" alt="Card of a shared link, ${CARD_SIZE.width} × ${CARD_SIZE.height}"></td></tr>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Images</title></head><body id="waymark" bgcolor="#ffffff" marginwidth="0" marginheight="0" leftmargin="0" topmargin="0"><table width="100%" cellpadding="24" cellspacing="0" border="0">${grounds}${shared}</table></body></html>`;
}
