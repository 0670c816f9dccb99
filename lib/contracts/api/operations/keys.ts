import { apiKeyListSchema, createApiKeySchema, createdApiKeySchema, listApiKeysQuery } from "../api-key.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";

export const listKeys = defineOperation({
  id: "listKeys",
  method: "GET",
  path: "/keys",
  summary: "List keys",
  query: listApiKeysQuery,
  answers: { 200: { description: "Every key, newest first, revoked ones among them.", schema: apiKeyListSchema } },
  problems: ["mode_forbidden"],
});

export const createKey = defineOperation({
  id: "createKey",
  method: "POST",
  path: "/keys",
  summary: "Make a key",
  body: createApiKeySchema,
  example: { name: "Checkout", mode: "test" },
  answers: { 201: { description: "The key, told this once.", schema: createdApiKeySchema } },
  problems: ["mode_forbidden"],
});

export const revokeKey = defineOperation({
  id: "revokeKey",
  method: "DELETE",
  path: "/keys/:id",
  summary: "Revoke a key",
  description: "Calls with it are refused from now on, this one's own among them.",
  answers: { 204: { description: "Revoked.", schema: null } },
});

export const keys: OperationGroup = {
  name: "keys",
  title: "Keys",
  introduction: "Who may call. A test key sees and makes test keys only.",
  operations: [listKeys, createKey, revokeKey],
};
