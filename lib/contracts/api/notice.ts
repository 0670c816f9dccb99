import { z } from "zod";
import { NOTICE_KINDS } from "#lib/shared/notice-kinds.ts";
import { idField, instantField, listOf } from "./fields.ts";

export const noticeSchema = z
  .strictObject({
    id: idField("ntc"),
    kind: z.enum(NOTICE_KINDS),
    subject: z.string().describe("The id of what it is about."),
    message: z.string().describe("A sentence or two for people."),
    created_at: instantField,
    resolved_at: instantField.nullable(),
  })
  .describe("Something you should know and act on.")
  .meta({ id: "Notice" });

export type NoticeJson = z.infer<typeof noticeSchema>;

export const noticeListSchema = listOf(noticeSchema).meta({ id: "NoticeList" });

export const listNoticesQuery = z.strictObject({
  resolved: z.enum(["true", "false"], "must be true or false").optional().describe("Whether those that are settled are listed as well."),
});
