import { z } from "zod";
import { plainText } from "../plain-text.ts";
import { idField, instantField, listOf, MODES, modeField } from "./fields.ts";

export const apiKeySchema = z
  .strictObject({
    id: idField("key"),
    mode: modeField,
    name: z.string(),
    hint: z.string().describe("The key's last four characters."),
    created_at: instantField,
    last_used_at: instantField.nullable().describe("To the hour."),
    revoked_at: instantField.nullable(),
  })
  .meta({ id: "ApiKey" });

export type ApiKeyJson = z.infer<typeof apiKeySchema>;

export const apiKeyListSchema = listOf(apiKeySchema).meta({ id: "ApiKeyList" });

export const createdApiKeySchema = z
  .strictObject({ ...apiKeySchema.shape, key: z.string().describe("Told here and never again.").meta({ example: "wm_test_…" }) })
  .meta({ id: "CreatedApiKey" });

export const createApiKeySchema = z
  .strictObject({
    name: plainText(80).min(1, "must not be empty").describe("What the key is for."),
    mode: modeField.optional().describe("The mode of the key that asks, if it is left out."),
  })
  .meta({ id: "CreateApiKey" });

export const listApiKeysQuery = z.strictObject({ mode: z.enum(MODES, `must be ${MODES.join(" or ")}`).optional() });
