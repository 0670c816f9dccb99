import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import type { ImageValue } from "./image-field-upload.ts";

/** As large as on the page. */
const SHAPES: Readonly<Record<ImagePurpose, string>> = {
  logo: "h-8 w-auto max-w-full object-contain",
  icon: "size-12 object-contain",
  promo: "aspect-[2] w-full object-cover",
};

interface ImagePreviewProps {
  image: ImageValue;
  alt: string;
  purpose: ImagePurpose;
  /** The colour of what it stands on there. */
  background: string;
}

export function ImagePreview({ image, alt, purpose, background }: ImagePreviewProps) {
  return (
    <div
      className={`grid min-w-0 place-items-center overflow-hidden rounded-t-panel border-line border-b ${purpose === "promo" ? "" : "px-4 py-6"}`}
      style={{ backgroundColor: background }}
    >
      {/* biome-ignore lint/performance/noImgElement: served as it is, as on the page */}
      <img src={image.url} width={image.width} height={image.height} alt={alt} className={SHAPES[purpose]} />
    </div>
  );
}
