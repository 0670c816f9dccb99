import { defineOperation, type OperationGroup } from "../operation.ts";
import { getTrackerSnippetsQuery, listTemplateSnippetsQuery, templateSnippetsListSchema, trackerSnippetsSchema } from "../snippet.ts";

export const getTrackerSnippets = defineOperation({
  id: "getTrackerSnippets",
  method: "GET",
  path: "/trackers/:id/snippets",
  summary: "Put a parcel into a mail",
  query: getTrackerSnippetsQuery,
  answers: { 200: { description: "The snippets.", schema: trackerSnippetsSchema } },
});

export const listTemplateSnippets = defineOperation({
  id: "listTemplateSnippets",
  method: "GET",
  path: "/snippets",
  summary: "Put every parcel into a mail template",
  query: listTemplateSnippetsQuery,
  answers: { 200: { description: "One for each mail tool.", schema: templateSnippetsListSchema } },
});

export const snippets: OperationGroup = {
  name: "snippets",
  title: "Snippets",
  introduction: "For your own mails: an image that is always up to date, a button, plain text, and data for Gmail and Outlook.",
  operations: [getTrackerSnippets, listTemplateSnippets],
};
