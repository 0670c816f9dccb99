import { wrongInput } from "#lib/shared/action-answer.ts";
import type { Issue } from "#lib/shared/issue.ts";

/** What verbs find wrong finishes a sentence that begins with the field; beside a field it stands alone. `fields` renames paths to the form's. */
export function wrongFields(issues: readonly Issue[], fields: Readonly<Record<string, string>> = {}) {
  return wrongInput(issues.map(({ path, message }) => ({ path: fields[path] ?? path, message: sentence(message) })));
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
