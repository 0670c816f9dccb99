import { IMAGE_FORMATS, type ImageFormat } from "#lib/db/schema.ts";

/** What an image's address is made of. */
export interface ImageAddress {
  /** The merchant's. */
  slug: string;
  /** SHA-256 of the bytes, hex: other bytes have another address, so it may be kept for ever. */
  digest: string;
  format: ImageFormat;
}

export const imageUrl = ({ slug, digest, format }: ImageAddress) => `/uploads/${slug}/${digest}.${format}`;

const IMAGE_URL = /^\/uploads\/([a-z\d-]{1,40})\/([\da-f]{64})\.([a-z]+)$/;

/** Null for what is no address of an uploaded image. */
export function parseImageUrl(url: string): ImageAddress | null {
  const [, slug = "", digest = "", extension] = IMAGE_URL.exec(url) ?? [];
  const format = IMAGE_FORMATS.find((known) => known === extension);
  return format ? { slug, digest, format } : null;
}
