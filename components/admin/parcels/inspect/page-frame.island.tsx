"use client";

import { useState } from "react";
import { Panel } from "../../ui/panel.tsx";

const TIERS = [
  { tier: "private", label: "With the private link" },
  { tier: "public", label: "Without it" },
] as const;

/** The page itself, as wide as a phone. `src` is given the tier. */
export function PageFrame({ src }: { src: string }) {
  const [shown, show] = useState<(typeof TIERS)[number]["tier"]>("private");
  return (
    <Panel
      title="What the shopper sees"
      isFlush
      actions={
        <fieldset className="flex gap-1 rounded-control bg-sunken p-1">
          <legend className="sr-only">Which page</legend>
          {TIERS.map(({ tier, label }) => (
            <button
              key={tier}
              type="button"
              aria-pressed={shown === tier}
              onClick={() => show(tier)}
              className="cursor-pointer rounded-[0.35rem] px-3 py-1.5 font-medium text-muted text-sm hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-raised"
            >
              {label}
            </button>
          ))}
        </fieldset>
      }
    >
      <iframe
        key={shown}
        title={`The tracking page, ${shown === "private" ? "with" : "without"} the private link`}
        src={`${src}&tier=${shown}`}
        loading="lazy"
        sandbox="allow-scripts allow-same-origin"
        className="block h-[44rem] w-full rounded-b-panel border-0 bg-raised"
      />
    </Panel>
  );
}
