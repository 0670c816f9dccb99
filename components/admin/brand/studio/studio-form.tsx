import { type ReactNode, useEffect } from "react";
import { BRAND_GROUPS, type BrandGroupId, brandField, fieldAt } from "#lib/branding/brand-fields.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { digestOf } from "./digest.ts";
import { type Draft, textAt } from "./draft.ts";
import { Swatch } from "./fields/swatch.tsx";
import { Group } from "./group.tsx";
import { revealGroup } from "./reveal-field.ts";

/** Those a shop begins with. */
const OPEN_AT_FIRST: ReadonlySet<BrandGroupId> = new Set(["logo", "colors"]);

interface StudioFormProps {
  draft: Draft;
  issues: readonly Issue[];
  groups: Readonly<Record<BrandGroupId, ReactNode>>;
}

/** All groups, one below the other; an address such as `#colors` opens one. */
export function StudioForm({ draft, issues, groups }: StudioFormProps) {
  useEffect(() => {
    const open = () => location.hash.length > 1 && revealGroup(location.hash.slice(1));
    open();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, []);
  return (
    <div className="rounded-panel border border-line bg-raised">
      {BRAND_GROUPS.map(({ id }) => (
        <Group
          key={id}
          id={id}
          digest={id === "colors" ? <ColorDigest draft={draft} /> : digestOf(id, draft)}
          issueCount={issues.filter(({ path }) => groupOf(path) === id).length}
          isOpen={OPEN_AT_FIRST.has(id)}
        >
          {groups[id]}
        </Group>
      ))}
    </div>
  );
}

function groupOf(path: string): BrandGroupId | null {
  const field = fieldAt(path);
  return field === null ? null : brandField(field).group;
}

function ColorDigest({ draft }: { draft: Draft }) {
  const colors = ["brand", "accent", "background"].map((name) => textAt(draft, `colors.${name}`)).filter((color) => color !== "");
  return (
    <span className="flex justify-end gap-1.5">
      <span className="sr-only">{colors.join(", ")}</span>
      {colors.map((color) => (
        <Swatch key={color} color={color} className="size-5" />
      ))}
    </span>
  );
}
