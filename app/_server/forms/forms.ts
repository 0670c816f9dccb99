import { PATH_FORMS, type PathForm } from "#lib/carriers/tracking-path.ts";
import type { RequestFacts } from "../request-facts.ts";
import { calendarForm } from "./calendar-form.ts";
import { embedForm } from "./embed-form.ts";
import { feedForm } from "./feed-form.ts";
import type { Form } from "./form.ts";
import { imageForm } from "./image-form.ts";
import { jsonForm } from "./json-form.ts";
import { pageForm } from "./page-form.ts";

/** A new form is one file and one line here. */
export const FORMS: Readonly<Record<PathForm, Form>> = {
  page: pageForm,
  json: jsonForm,
  png: imageForm,
  ics: calendarForm,
  atom: feedForm,
  embed: embedForm,
};

const EMBED = /^(?:\/tracking\/[^/]+)?\/embed\//i;
/** A file at the root, such as `/apple-touch-icon.png`, is what a browser looks for by itself: there is none, and no picture that says so. */
const EXTENSION = /^\/(?:.+\/[^/]+|card)\.([a-z]+)$/is;

/** Whoever asks for data gets data, even where there is none. */
export function formNameOf({ path }: Pick<RequestFacts, "path">): PathForm {
  if (EMBED.test(path)) return "embed";
  const extension = EXTENSION.exec(path)?.[1]?.toLowerCase() ?? "";
  return PATH_FORMS.find((form) => form === extension) ?? "page";
}
