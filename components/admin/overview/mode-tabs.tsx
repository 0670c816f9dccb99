import type { Mode } from "#lib/tracking/snapshot.ts";
import { TabLinks } from "../ui/tab-links.tsx";

const MODES: readonly { mode: Mode; label: string }[] = [
  { mode: "production", label: "Live" },
  { mode: "test", label: "Test" },
];

/** Which of the two books a screen shows. */
export function ModeTabs({ path, mode }: { path: string; mode: Mode }) {
  const tabs = MODES.map((tab) => ({ href: hrefInMode(path, tab.mode), label: tab.label, isCurrent: tab.mode === mode }));
  return <TabLinks label="Live or test" tabs={tabs} />;
}

/** Live is what an address without a mode shows. */
export function hrefInMode(path: string, mode: Mode, query: Readonly<Record<string, string | null>> = {}): string {
  const said = new URLSearchParams(mode === "test" ? { mode } : {});
  for (const [name, value] of Object.entries(query)) if (value !== null) said.set(name, value);
  return said.size === 0 ? path : `${path}?${said}`;
}
