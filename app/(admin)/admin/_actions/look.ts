"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { lookSwatches } from "#lib/branding/look-swatches.ts";
import { suggestLook as suggest } from "#lib/branding/suggest-look.ts";
import { readImagePixels } from "#lib/brands/read-image-pixels.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

/** Looks to choose from, by a colour of the shop's, one of its uploaded images, or both. */
export const suggestLook = consoleAction({
  name: "brand.suggest_look",
  role: "editor",
  isAudited: false,
  input: z.strictObject({
    color: z
      .string()
      .trim()
      .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, "must be a colour such as #1f5c46")
      .nullable(),
    imageUrl: z.string().max(200).nullable(),
  }),
  run: async ({ runtime, call }, { color, imageUrl }) => {
    const pixels = imageUrl === null ? null : await readImagePixels(runtime, { slug: call.merchant.slug, url: imageUrl });
    if (imageUrl !== null && pixels === null)
      return wrongInput([{ path: "imageUrl", message: "The logo must be an image uploaded to this shop." }]);
    const suggestions = suggest({ ...(color && { color }), ...(pixels && { pixels }) });
    if (suggestions.length === 0) return nothingDone("Give a colour, a logo, or both.");
    return done(suggestions.map((suggestion) => ({ ...suggestion, ...lookSwatches(suggestion.colors) })));
  },
});
