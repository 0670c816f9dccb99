import Link from "next/link";

export interface TabLink {
  href: string;
  label: string;
  isCurrent: boolean;
  count?: number;
}

export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="py-1">
      <ul className="flex w-fit flex-wrap gap-1 rounded-control bg-sunken p-1">
        {tabs.map(({ href, label: words, isCurrent, count }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isCurrent ? "page" : undefined}
              className={`flex items-center gap-2 rounded-[0.35rem] px-3 py-1.5 pointer-coarse:min-h-11 font-medium text-sm no-underline ${isCurrent ? "bg-raised text-ink shadow-raised" : "text-muted hover:text-ink"}`}
            >
              {words}
              {count !== undefined && <span className="tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
