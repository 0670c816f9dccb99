export const IMAGE_PURPOSES = ["logo", "icon", "promo"] as const;
/** Where on the page a picture goes: it decides size, shape and format. */
export type ImagePurpose = (typeof IMAGE_PURPOSES)[number];

/** In pixels of the picture as it is looked at: upright, whatever its file says. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MOST_UPLOAD_BYTES = 5 * 1024 * 1024;
