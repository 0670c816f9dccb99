import { z } from "zod";
import { LANGUAGES } from "#lib/view/languages.ts";
import { SAMPLE_MESSAGE_KEYS } from "./sample-message.ts";

/** What of the messages is looked at, and how. What is not asked for, or not known, is the usual. */
export const lookSchema = z.object({
  of: z.enum(SAMPLE_MESSAGE_KEYS).catch("out_for_delivery"),
  lang: z
    .enum(LANGUAGES.map(({ tag }) => tag))
    .nullable()
    .catch(null),
  scheme: z.enum(["light", "dark"]).catch("light"),
  width: z.enum(["desk", "phone"]).catch("desk"),
});

type Look = z.output<typeof lookSchema>;

export const queryOf = ({ lang, ...look }: Look) => `?${new URLSearchParams({ ...look, ...(lang !== null && { lang }) })}`;
