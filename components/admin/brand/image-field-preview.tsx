"use client";

import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import { Icon } from "../ui/icon.tsx";
import { useIsFaint } from "./image-field-faint.ts";
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

/** An image as the page will show it, and a word where nobody would see it there. */
export function ImagePreview({ image, alt, purpose, background }: ImagePreviewProps) {
  const isFaint = useIsFaint(image.url, background) && purpose === "logo";
  return (
    <>
      <div
        className={`grid min-w-0 place-items-center overflow-hidden rounded-t-panel border-line border-b ${purpose === "promo" ? "" : "px-4 py-6"}`}
        style={{ backgroundColor: background }}
      >
        {/* biome-ignore lint/performance/noImgElement: served as it is, as on the page */}
        <img src={image.url} width={image.width} height={image.height} alt={alt} className={SHAPES[purpose]} />
      </div>
      {isFaint && (
        <p className="flex gap-2 border-line border-b bg-warn-soft px-3 py-2 text-sm text-warn">
          <Icon name="alert" className="mt-0.5" />
          Most of it can hardly be seen on this background.
        </p>
      )}
    </>
  );
}
