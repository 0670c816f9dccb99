"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "../ui/icon.tsx";
import { isIn, PLACES } from "./navigation.ts";

export function NavLinks() {
  const path = usePathname();
  return (
    <div className="grid gap-4">
      {PLACES.map(({ heading, places }) => (
        <div key={heading ?? ""} className="grid gap-0.5">
          {heading && <h2 className="px-3 pb-1 font-medium text-muted text-sm tracking-normal">{heading}</h2>}
          <ul className="grid gap-0.5">
            {places.map((place) => (
              <li key={place.href}>
                <Link
                  href={place.href}
                  prefetch={false}
                  aria-current={isIn(path, place) ? "page" : undefined}
                  className="flex min-h-9 items-center gap-2.5 rounded-control px-3 py-1.5 text-[0.9375rem] text-ink no-underline hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
                >
                  <Icon name={place.icon} />
                  {place.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
