import type { BrandChange } from "#lib/branding/diff-brands.ts";
import { Icon } from "../../ui/icon.tsx";
import { Swatch } from "./fields/swatch.tsx";

/** What would change, before beside after: colours as patches, pictures as pictures. */
export function Changes({ changes }: { changes: readonly BrandChange[] }) {
  return (
    <ul className="grid divide-y divide-line rounded-panel border border-line">
      {changes.map((change) => (
        <li key={change.path} className="grid gap-1 px-4 py-2.5 sm:grid-cols-[11rem_1fr] sm:gap-4">
          <span className="font-medium text-sm">{change.label}</span>
          <span className="grid min-w-0 items-center gap-x-3 gap-y-1 text-sm sm:grid-cols-[1fr_auto_1fr]">
            <Side value={change.before} change={change} words="before" isPast />
            <Icon name="arrow" className="rotate-90 text-muted sm:rotate-0" />
            <Side value={change.after} change={change} words="after" />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SideProps {
  value: string | null;
  change: BrandChange;
  words: string;
  isPast?: boolean;
}

function Side({ value, change, words, isPast = false }: SideProps) {
  return (
    <span className={`min-w-0 ${isPast ? "text-muted" : ""}`}>
      <span className="sr-only">{words}: </span>
      {value === null ? <span className="text-muted italic">none</span> : <Shown value={value} change={change} />}
    </span>
  );
}

function Shown({ value, change: { kind, path } }: { value: string; change: BrandChange }) {
  switch (kind) {
    case "color":
      return (
        <span className="inline-flex items-center gap-2 font-mono">
          <Swatch color={value} className="size-5" />
          {value}
        </span>
      );
    case "image":
      return <Picture url={value} isForDark={path === "logo.dark"} />;
    default:
      return <span className="line-clamp-6 whitespace-pre-line">{value}</span>;
  }
}

/** On the ground it is made for, whatever the console's own. */
function Picture({ url, isForDark }: { url: string; isForDark: boolean }) {
  return (
    <span
      className={`inline-block rounded-control border border-line bg-[Canvas] p-2 ${isForDark ? "[color-scheme:dark]" : "[color-scheme:light]"}`}
    >
      {/* biome-ignore lint/performance/noImgElement: pictures are served as they are */}
      <img src={url} alt="" className="max-h-10 max-w-full" />
    </span>
  );
}
