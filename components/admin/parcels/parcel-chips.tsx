import Link from "next/link";
import { Icon } from "../ui/icon.tsx";

export interface Chip {
  label: string;
  /** The list without it. */
  href: string;
}

/** What the list is narrowed down to, each with a way to let it go. */
export function ParcelChips({ chips, allHref }: { chips: readonly Chip[]; allHref: string }) {
  if (chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label="Narrowed down to">
      {chips.map(({ label, href }) => (
        <li key={label}>
          <Link
            href={href}
            prefetch={false}
            scroll={false}
            className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-3 py-1 text-accent text-sm no-underline hover:underline"
          >
            {label}
            <Icon name="cross" />
            <span className="sr-only">(remove)</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={allHref} prefetch={false} scroll={false} className="inline-flex px-2 py-1 text-sm">
            Show all
          </Link>
        </li>
      )}
    </ul>
  );
}
