import { type Brand, brandSchema } from "#lib/branding/brand.ts";
import { describeIssues } from "#lib/contracts/api/describe-issues.ts";
import type { Issue } from "#lib/shared/issue.ts";

export type CheckedBrand = { kind: "brand"; brand: Brand } | { kind: "invalid"; issues: Issue[] };

/** Whether what was typed can be published, and if not, everything that is wrong with it. */
export function checkBrand(typed: unknown): CheckedBrand {
  const read = brandSchema.safeParse(typed);
  return read.success ? { kind: "brand", brand: read.data } : { kind: "invalid", issues: describeIssues(read.error) };
}
