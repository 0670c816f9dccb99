import type { z } from "zod";
import type { Issue } from "#lib/shared/issue.ts";
import type { ProviderReading } from "./provider.ts";

export type ParsedPayload<Payload> = { kind: "parsed"; payload: Payload } | { kind: "invalid"; issues: Issue[] };

const ROOT = "(payload)";

export function parsePayload<Schema extends z.ZodType>(schema: Schema, json: unknown): ParsedPayload<z.output<Schema>> {
  const result = schema.safeParse(json);
  if (result.success) return { kind: "parsed", payload: result.data };
  return { kind: "invalid", issues: describeIssues(result.error) };
}

/** Where each fault stands, and what it is. A field nobody knows is named by its own path. */
export function describeIssues({ issues }: z.ZodError): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join(".") || ROOT, message: issue.message }];
    return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not a field that can be sent here" }));
  });
}

export function invalid(path: string, message: string): ProviderReading {
  return { kind: "invalid", issues: [{ path, message }] };
}
