import { defineOperation, type OperationGroup } from "../operation.ts";
import {
  changeSourceSchema,
  createdSourceSchema,
  createSourceSchema,
  listSourcesQuery,
  rotatedSourceSchema,
  rotateSourceSchema,
  sourceListSchema,
  sourceSchema,
} from "../source.ts";

export const createSource = defineOperation({
  id: "createSource",
  method: "POST",
  path: "/sources",
  summary: "Connect a provider",
  description: "Enter the `webhook_url` of the answer at the provider. With an API key its API is asked for news as well.",
  body: createSourceSchema,
  example: { provider: "easypost", secrets: { webhook_secret: "a long secret of yours" } },
  answers: { 201: { description: "The source.", schema: createdSourceSchema } },
  problems: ["mode_forbidden", "conflict"],
});

export const listSources = defineOperation({
  id: "listSources",
  method: "GET",
  path: "/sources",
  summary: "List sources",
  query: listSourcesQuery,
  answers: { 200: { description: "Every source, oldest first.", schema: sourceListSchema } },
  problems: ["mode_forbidden"],
});

export const getSource = defineOperation({
  id: "getSource",
  method: "GET",
  path: "/sources/:id",
  summary: "Read a source",
  answers: { 200: { description: "The source.", schema: sourceSchema } },
});

export const changeSource = defineOperation({
  id: "changeSource",
  method: "PATCH",
  path: "/sources/:id",
  summary: "Change a source",
  description: "What is left out stays as it is; a secret of null is taken away.",
  body: changeSourceSchema,
  example: { is_polled: true, secrets: { api_key: "EZAK…" } },
  answers: { 200: { description: "The source as it is now.", schema: sourceSchema } },
});

export const deleteSource = defineOperation({
  id: "deleteSource",
  method: "DELETE",
  path: "/sources/:id",
  summary: "Disconnect a provider",
  description: "What it told stays. Its webhook address is gone.",
  answers: { 204: { description: "Deleted.", schema: null } },
});

export const rotateSource = defineOperation({
  id: "rotateSource",
  method: "POST",
  path: "/sources/:id/rotate",
  summary: "Rotate a webhook's secret",
  description: "The one before is accepted as well for 24 hours, so that you can tell the provider in between.",
  body: rotateSourceSchema,
  answers: { 200: { description: "The new secret.", schema: rotatedSourceSchema } },
});

export const sources: OperationGroup = {
  name: "sources",
  title: "Sources",
  introduction:
    "Where news comes from: your account at EasyPost, Shippo or ShipEngine, or your order platform. Secrets are written and never read. A test key manages test sources only.",
  operations: [createSource, listSources, getSource, changeSource, deleteSource, rotateSource],
};
