import { type Crop, MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";

/** A picture the browser can show; `url` holds memory until it is closed. */
export interface OpenPicture {
  file: File;
  url: string;
  width: number;
  height: number;
}

/** What the browser can crop. Shapes have no pixels, and are cropped by whoever drew them. */
const CROPPED = /^image\/(?:png|jpeg|webp|gif|avif)$/;
/** As the server counts. */
const MOST_PIXELS = 25_000_000;
/** More than any place on the page needs. */
const SHRUNK_SIDE = 2400;

/** Null where there is nothing to crop, or the browser cannot read it: the server says why. */
export async function openPicture(file: File): Promise<OpenPicture | null> {
  if (!CROPPED.test(file.type)) return null;
  const url = URL.createObjectURL(file);
  try {
    const { naturalWidth: width, naturalHeight: height } = await decode(url);
    return { file, url, width, height };
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}

export function closePicture({ url }: OpenPicture): void {
  URL.revokeObjectURL(url);
}

/** A photo straight from a camera is larger than the server takes: made smaller here, it is cropped already. */
export async function fitForUpload(picture: OpenPicture, crop: Crop | null): Promise<{ bytes: Blob; crop: Crop | null }> {
  const { file, url, width, height } = picture;
  if (file.size <= MOST_UPLOAD_BYTES && width * height <= MOST_PIXELS) return { bytes: file, crop };
  const part = crop ?? { x: 0, y: 0, width, height };
  const scale = Math.min(1, SHRUNK_SIDE / Math.max(part.width, part.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(part.width * scale);
  canvas.height = Math.round(part.height * scale);
  canvas.getContext("2d")?.drawImage(await decode(url), part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.92));
  return bytes ? { bytes, crop: null } : { bytes: file, crop };
}

async function decode(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
