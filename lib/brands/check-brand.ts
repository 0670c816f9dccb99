import { type Brand, brandSchema } from "#lib/branding/brand.ts";
import { describeIssues } from "#lib/contracts/api/describe-issues.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { checkImageOwners } from "./check-image-owners.ts";

export type CheckedBrand = { kind: "brand"; brand: Brand } | { kind: "invalid"; issues: Issue[] };

/** Whether what was typed can be published by the shop of this slug, and if not, everything that is wrong with it. */
export function checkBrand(typed: unknown, slug: string): CheckedBrand {
  const read = parseBrand(typed);
  if (read.kind === "invalid") return read;
  const issues = checkImageOwners(read.brand, slug);
  return issues.length === 0 ? read : { kind: "invalid", issues };
}

/** Whether it is a brand, whoever's pictures it shows. */
export function parseBrand(typed: unknown): CheckedBrand {
  const read = brandSchema.safeParse(typed);
  return read.success ? { kind: "brand", brand: read.data } : { kind: "invalid", issues: describeIssues(read.error) };
}
