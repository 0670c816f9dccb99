import { PROBLEM_TYPE, problemBody } from "../problem.ts";
import type { NoticeAnswer, NoticeSubject } from "./form.ts";

/** What a program is told where a person would read a notice. */
export function problemNotice({ status, view }: Pick<NoticeSubject, "status" | "view">): NoticeAnswer {
  return { contentType: PROBLEM_TYPE, body: () => problemBody(status, view.headline, view.paragraphs.join(" ")) };
}
