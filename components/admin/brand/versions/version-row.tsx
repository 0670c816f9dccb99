import type { ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Changes } from "../studio/changes.tsx";
import { Swatch } from "../studio/fields/swatch.tsx";
import type { VersionShown } from "./version-shown.ts";

interface VersionRowProps {
  version: VersionShown;
  picture: ReactNode;
  actions: ReactNode;
}

export function VersionRow({ version: shown, picture, actions }: VersionRowProps) {
  const { version, published, publishedBy, note, isCurrent, back } = shown;
  return (
    <li className="flex gap-4 px-4 py-4 sm:gap-5 sm:px-5">
      <div className="max-sm:hidden">{picture}</div>
      <div className="grid min-w-0 flex-1 content-start gap-2">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="grid min-w-0 gap-0.5">
            <h2 className="flex flex-wrap items-center gap-2 text-lg">
              Version {version}
              {isCurrent && <Badge tone="good">On your pages</Badge>}
            </h2>
            <p className="text-muted text-sm">
              <Moment moment={published} />, {publishedBy === null ? "from the command line or the API" : `by ${publishedBy}`}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">{actions}</div>
        </div>
        {note !== null && <p className="max-w-prose break-words">“{note}”</p>}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <Colors colors={shown.colors} />
          <span className="text-muted">{whatChanged(shown)}</span>
        </p>
        {back.length > 0 && (
          <details className="text-sm">
            <summary className="w-fit cursor-pointer text-accent">Compare with your pages now</summary>
            <div className="mt-2">
              <Changes changes={back} />
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

function Colors({ colors }: { colors: VersionShown["colors"] }) {
  const named = [
    { name: "brand", color: colors.brand },
    { name: "accent", color: colors.accent },
    { name: "background", color: colors.background },
  ];
  return (
    <span className="inline-flex gap-1.5">
      {named.map(({ name, color }) => color !== null && <Swatch key={name} color={color} className="size-5" />)}
    </span>
  );
}

const MOST_NAMED = 4;

function whatChanged({ restoredFrom, changed }: VersionShown): string {
  if (restoredFrom !== null) return `Brought back from version ${restoredFrom}`;
  if (changed === null) return "The first version";
  if (changed.length === 0) return "Looks like the version before";
  const more = changed.length - MOST_NAMED;
  const named = changed.slice(0, MOST_NAMED).join(" · ");
  return more > 0 ? `${named} · and ${more} more` : named;
}
