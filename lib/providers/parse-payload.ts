import type { z } from "zod";
import type { ProviderReading, ReadingIssue } from "./provider.ts";

export type ParsedPayload<Payload> = { kind: "parsed"; payload: Payload } | { kind: "invalid"; issues: ReadingIssue[] };

const ROOT = "(payload)";

export function parsePayload<Schema extends z.ZodType>(schema: Schema, json: unknown): ParsedPayload<z.output<Schema>> {
  const result = schema.safeParse(json);
  if (result.success) return { kind: "parsed", payload: result.data };
  return {
    kind: "invalid",
    issues: result.error.issues.map(({ path, message }) => ({ path: path.length === 0 ? ROOT : path.join("."), message })),
  };
}

export function invalid(path: string, message: string): ProviderReading {
  return { kind: "invalid", issues: [{ path, message }] };
}
