import { z } from "zod";
import { readBytes } from "#app/_server/api/read-bytes.ts";
import { consoleRoute } from "#app/_server/console/console-route.ts";
import { problem } from "#app/_server/problem.ts";
import { type Crop, IMAGE_PURPOSES, MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";
import { uploadImage } from "#lib/brands/upload-image.ts";

export const dynamic = "force-dynamic";

const querySchema = z.object({
  purpose: z.enum(IMAGE_PURPOSES),
  /** `x,y,width,height` in pixels of the upright picture. */
  crop: z
    .string()
    .regex(/^\d{1,5},\d{1,5},[1-9]\d{0,4},[1-9]\d{0,4}$/)
    .transform(parseCrop)
    .nullable(),
});

/** Takes a picture as the body; what the request says of its type and name counts for nothing. */
export const POST = consoleRoute({ name: "image.upload", role: "editor" }, async ({ runtime, call, request }) => {
  const { searchParams } = new URL(request.url);
  const query = querySchema.safeParse({ purpose: searchParams.get("purpose"), crop: searchParams.get("crop") });
  if (!query.success) {
    return problem(400, "Not understood", `Say purpose=${IMAGE_PURPOSES.join("|")}, and crop=x,y,width,height in whole pixels, if any.`);
  }
  const read = await readBytes(request, MOST_UPLOAD_BYTES);
  if (read.kind === "too_large") {
    return problem(413, "Too large", `This file is larger than ${MOST_UPLOAD_BYTES / 1024 / 1024} MB. Save it smaller, and try again.`);
  }
  if (read.kind === "broken_off") return problem(400, "Broken off", "The upload broke off before its end. Try again.");

  const upload = { merchantId: call.merchant.id, userId: call.user.id, bytes: read.bytes, ...query.data };
  const outcome = await uploadImage(runtime, upload);
  if (outcome.kind === "refused") return problem(422, "Not taken", outcome.message);
  return Response.json(outcome.image, { headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } });
});

function parseCrop(text: string): Crop {
  const [x = 0, y = 0, width = 0, height = 0] = text.split(",").map(Number);
  return { x, y, width, height };
}
