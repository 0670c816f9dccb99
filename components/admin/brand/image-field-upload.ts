import type { Crop, ImagePurpose } from "#lib/branding/image-purpose.ts";

/** An image as a brand names it. */
export interface ImageValue {
  url: string;
  width: number;
  height: number;
}

export type UploadOutcome = { kind: "uploaded"; image: ImageValue } | { kind: "refused"; message: string };

interface Upload {
  merchant: string;
  purpose: ImagePurpose;
  bytes: Blob;
  crop: Crop | null;
  /** 0 to 1 while it is sent; 1 while the server draws it. */
  onProgress: (share: number) => void;
}

const UNREACHABLE = "The server could not be reached. Try again.";

/** Sends a picture to be drawn anew. By the older interface, since `fetch` does not say how far it has come. */
export function uploadPicture({ merchant, purpose, bytes, crop, onProgress }: Upload): Promise<UploadOutcome> {
  const query = new URLSearchParams({ merchant, purpose });
  if (crop) query.set("crop", [crop.x, crop.y, crop.width, crop.height].join(","));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(readAnswer(request.status, request.response));
    request.onerror = () => resolve({ kind: "refused", message: UNREACHABLE });
    request.open("POST", `/admin/images?${query}`);
    request.send(bytes);
  });
}

function readAnswer(status: number, answer: unknown): UploadOutcome {
  if (status === 200 && isImage(answer)) return { kind: "uploaded", image: answer };
  const detail = typeof answer === "object" && answer !== null ? Reflect.get(answer, "detail") : null;
  return { kind: "refused", message: typeof detail === "string" ? detail : UNREACHABLE };
}

function isImage(answer: unknown): answer is ImageValue {
  return typeof answer === "object" && answer !== null && typeof Reflect.get(answer, "url") === "string";
}
