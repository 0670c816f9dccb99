"use client";

import { useRef, useState } from "react";
import type { ThemeMode } from "#lib/branding/brand.ts";
import type { Status } from "#lib/tracking/status.ts";
import { Button } from "../../ui/button.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { DEVICES } from "../studio/preview/preview-look.ts";
import { PageDialog } from "../wall/page-dialog.tsx";
import { previewAddress } from "../wall/preview-address.ts";
import { SmallPage } from "../wall/small-page.tsx";
import { useFrameWall } from "../wall/use-frame-wall.ts";
import { type LanguageShown, MatrixBar } from "./matrix-bar.tsx";
import { choiceQuery, type MatrixChoice, type Scheme } from "./matrix-choice.ts";

interface BrandShown {
  /** Changes when the brand does. */
  stamp: number;
  mode: ThemeMode;
}

interface MatrixProps {
  merchant: string;
  brands: Readonly<Record<MatrixChoice["of"], BrandShown>>;
  /** Whether the draft differs from what is published. */
  hasDraft: boolean;
  samples: readonly { key: string; label: string; status: Status }[];
  languages: readonly LanguageShown[];
  opened: MatrixChoice;
}

interface Column {
  lang: string;
  scheme: Scheme;
  label: string;
}

const SHOWN_WIDTHS = { phone: 184, desktop: 320 } as const;

/** Every page of a brand on one screen: samples down, languages in light and dark across. */
export function Matrix({ merchant, brands, hasDraft, samples, languages, opened }: MatrixProps) {
  const [choice, setChoice] = useState(opened);
  const [near, setNear] = useState<{ row: number; column: number } | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const wall = useFrameWall(scroller);

  const of = hasDraft ? choice.of : "published";
  const { stamp, mode } = brands[of];
  const rows = choice.samples === "all" ? samples : firstOfEachStatus(samples);
  const columns = columnsOf(choice.langs, mode === "auto" ? choice.schemes : [mode], languages);
  const pageAt = (row: number, column: number) => {
    const [sample, shown] = [rows[row], columns[column]];
    if (!sample || !shown) return null;
    const page = { of, stamp, sample: sample.key, lang: shown.lang, theme: shown.scheme, tier: choice.tier };
    return { href: previewAddress(merchant, page), title: `${sample.label}, ${shown.label}` };
  };
  const change = (part: Partial<MatrixChoice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    window.history.replaceState(null, "", choiceQuery(next));
  };
  const move = (right: number, down: number) => {
    if (near === null) return;
    const next = { row: near.row + down, column: near.column + right };
    if (pageAt(next.row, next.column)) setNear(next);
  };
  const seen = near && pageAt(near.row, near.column);
  return (
    <div className="grid gap-4">
      <MatrixBar choice={choice} onChoice={change} languages={languages} onlyScheme={mode === "auto" ? null : mode} hasDraft={hasDraft} />
      <section
        ref={scroller}
        aria-label="All pages"
        className="max-h-[calc(100dvh-6rem)] min-h-96 overflow-auto rounded-panel border border-line bg-raised"
      >
        <table className="border-separate border-spacing-0">
          <caption className="sr-only">Your page in each status, language and light</caption>
          <thead>
            <tr>
              {columns.map(({ label }) => (
                <th
                  key={label}
                  scope="col"
                  className="sticky top-0 z-10 border-line border-b bg-raised px-2 py-2 text-left font-medium text-sm first:pl-4 last:pr-4"
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map((sample, row) => (
            <tbody key={sample.key}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length} className="pt-4 pb-1.5 pl-4 text-left font-semibold">
                  <span className="sticky left-4 inline-block">{sample.label}</span>
                </th>
              </tr>
              <tr>
                {columns.map(({ label }, column) => {
                  const page = pageAt(row, column);
                  return (
                    <td key={label} className="px-2 pb-2 align-top first:pl-4 last:pr-4">
                      {page && (
                        <SmallPage
                          key={page.href}
                          wall={wall}
                          {...page}
                          device={DEVICES[choice.device]}
                          shownWidth={SHOWN_WIDTHS[choice.device]}
                          onOpen={() => setNear({ row, column })}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            </tbody>
          ))}
        </table>
      </section>
      <PageDialog
        href={seen?.href ?? null}
        title={seen?.title ?? ""}
        device={choice.device}
        onClose={() => setNear(null)}
        onMove={move}
        actions={STEPS.map(({ label, icon, turn, right, down }) => (
          <Button
            key={label}
            size="small"
            variant="quiet"
            disabled={near === null || pageAt(near.row + down, near.column + right) === null}
            onClick={() => move(right, down)}
            aria-label={label}
            title={label}
            icon={icon}
            className={turn}
          />
        ))}
      />
    </div>
  );
}

const STEPS: readonly { label: string; icon: IconName; turn: string; right: number; down: number }[] = [
  { label: "The parcel above", icon: "back", turn: "rotate-90", right: 0, down: -1 },
  { label: "The parcel below", icon: "arrow", turn: "rotate-90", right: 0, down: 1 },
  { label: "To the left", icon: "back", turn: "", right: -1, down: 0 },
  { label: "To the right", icon: "arrow", turn: "", right: 1, down: 0 },
];

function firstOfEachStatus<Sample extends { status: Status }>(samples: readonly Sample[]): readonly Sample[] {
  return samples.filter(({ status }, index) => samples.findIndex((each) => each.status === status) === index);
}

function columnsOf(langs: readonly string[], schemes: readonly Scheme[], languages: readonly LanguageShown[]): readonly Column[] {
  return langs.flatMap((lang) => {
    const name = languages.find(({ tag }) => tag === lang)?.label ?? lang;
    return schemes.map((scheme) => ({ lang, scheme, label: `${name}, ${scheme}` }));
  });
}
