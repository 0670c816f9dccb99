import type { z } from "zod";
import { type Brand, brandSchema } from "#lib/branding/brand.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { type Draft, valueAt, withValue } from "./draft.ts";

export interface CheckedDraft {
  /** As it would be published; null while anything is wrong. */
  brand: Brand | null;
  issues: readonly Issue[];
}

/** What is still wrong with a draft, said to the person who types it. */
export function checkDraft(draft: Draft): CheckedDraft {
  const read = brandSchema.safeParse(draft);
  if (read.success) return { brand: read.data, issues: [] };
  return { brand: null, issues: read.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: sayIssue(issue) })) };
}

/**
 * The brand to draw while a draft is half typed: where it is wrong it stays as it was shown last,
 * so that a page does not turn blue between two digits of a green.
 */
export function showableBrand(draft: Draft, issues: readonly Issue[], shown: Brand): Brand {
  const mended = issues.reduce((rest, { path }) => {
    const before = valueAt(shown, path);
    return path === "" || before === undefined ? rest : withValue(rest, path, before);
  }, draft);
  return readStoredBrand(mended, shown.name);
}

type ZodIssue = z.core.$ZodIssue;

const MISSING = "Needs to be filled in";

const FORMATS: Readonly<Record<string, string>> = {
  url: "Must be a whole web address, such as https://shop.example/",
  email: "Must be an e-mail address, such as help@shop.example",
  date: "Must be a day",
};

/** Our own rules say what must be; of zod's, those a person can run into are put into words. */
function sayIssue(issue: ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" ? MISSING : `Must be at least ${issue.minimum}`;
    case "too_big":
      return TOO_BIG[issue.origin]?.(issue.maximum) ?? `Must be at most ${issue.maximum}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? capitalized(issue.message);
    case "invalid_type":
      return MISSING;
    case "unrecognized_keys":
      return `Holds something Waymark does not know: ${issue.keys.join(", ")}`;
    default:
      return capitalized(issue.message);
  }
}

const TOO_BIG: Partial<Record<string, (maximum: number | bigint) => string>> = {
  string: (maximum) => `Too long: at most ${maximum} characters`,
  array: (maximum) => `Too many: at most ${maximum}`,
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
