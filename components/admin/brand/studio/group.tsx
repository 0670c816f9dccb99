import type { ReactNode } from "react";
import { BRAND_GROUPS, type BrandGroupId } from "#lib/branding/brand-fields.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDesk } from "./desk.ts";

interface GroupProps {
  id: BrandGroupId;
  /** What is chosen now, at a glance. */
  digest: ReactNode;
  issueCount: number;
  isOpen: boolean;
  children: ReactNode;
}

/** A part of the brand that folds away; closed, its head still says what is chosen. */
export function Group({ id, digest, issueCount, isOpen, children }: GroupProps) {
  const { isReadOnly } = useDesk();
  const group = BRAND_GROUPS.find((one) => one.id === id);
  return (
    <details id={id} open={isOpen} className="group/part scroll-mt-32 border-line border-b last:border-b-0">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 px-4 py-2.5 hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="text-muted transition-transform group-open/part:rotate-90" />
        <h2 id={`${id}-title`} className="flex-none text-base">
          {group?.title}
        </h2>
        {issueCount > 0 && (
          <span className="rounded-full bg-bad-soft px-2 font-medium text-bad text-sm">
            {issueCount} <span className="sr-only">to mend</span>
          </span>
        )}
        <span className="ml-auto min-w-0 truncate text-muted text-sm group-open/part:invisible">{digest}</span>
      </summary>
      <fieldset disabled={isReadOnly} aria-labelledby={`${id}-title`} className="grid min-w-0 gap-5 px-4 pt-1 pb-6">
        <p className="-mb-1 text-muted text-sm">{group?.about}</p>
        {children}
      </fieldset>
    </details>
  );
}
