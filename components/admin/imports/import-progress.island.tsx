"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { Meter } from "../ui/meter.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { problemOf, useAction } from "../ui/use-action.island.tsx";
import { countText, IMPORT_STATES, type ImportState, rowsText } from "./import-states.ts";
import { addSample, durationText, measureRate, type Sample } from "./measure-rate.ts";

export interface Progress {
  state: ImportState;
  rowCount: number;
  doneCount: number;
  createdCount: number;
  existingCount: number;
  failedCount: number;
  isStalled: boolean;
}

type Step = "pause" | "resume" | "cancel";

interface ImportProgressProps {
  merchant: string;
  id: string;
  initial: Progress;
  steer: ConsoleAction<{ id: string; step: Step }>;
  canSteer: boolean;
}

/** How far an import has come, asked for every second while somebody looks, and the buttons that hold, go on and end it. */
export function ImportProgress({ merchant, id, initial, steer, canSteer }: ImportProgressProps) {
  const { progress, rate, isLost } = useProgress({ merchant, id, initial });
  const { state, rowCount, doneCount } = progress;
  const { run, isBusy, answer } = useAction(steer, merchant);
  const problem = problemOf(answer);
  const isOpen = state === "running" || state === "paused";
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-3">
          {TITLES[state]}
          <Badge tone={IMPORT_STATES[state].tone}>{IMPORT_STATES[state].words}</Badge>
        </span>
      }
      actions={
        canSteer &&
        isOpen && (
          <>
            {state === "running" ? (
              <Button icon="pause" isBusy={isBusy} onClick={() => void run({ id, step: "pause" })}>
                Pause
              </Button>
            ) : (
              <Button icon="play" variant="primary" isBusy={isBusy} onClick={() => void run({ id, step: "resume" })}>
                Go on
              </Button>
            )}
            <ConfirmAction
              action={steer}
              merchant={merchant}
              input={{ id, step: "cancel" } as const}
              trigger={{ label: "Cancel", variant: "quiet" }}
              title="Cancel this import?"
              body="Parcels that are in stay in; the rows that still wait are forgotten. It cannot be gone on with."
              confirmLabel="Cancel the import"
            />
          </>
        )
      }
    >
      <div className="grid gap-4">
        <Meter label="Rows done" value={doneCount} max={rowCount} />
        <p className="text-muted">
          <span className="tabular-nums">{`${countText(doneCount)} of ${rowsText(rowCount)}`}</span>
          {state === "running" && rate && (
            <span className="tabular-nums">{` · ${countText(Math.round(rate.perSecond))} a second · ${durationText(rate.secondsLeft)} left`}</span>
          )}
        </p>
        <Counts progress={progress} />
        <p role="status" className="sr-only">
          {announcement(progress)}
        </p>
        {progress.isStalled && canSteer && (
          <Notice
            tone="warn"
            title="Nothing has happened for a minute"
            actions={
              <Button isBusy={isBusy} onClick={() => void run({ id, step: "resume" })}>
                Go on
              </Button>
            }
          >
            The server may be busy, or have been restarted. Going on loses and doubles nothing.
          </Notice>
        )}
        {isLost && <Notice tone="warn">The server cannot be reached just now. The import goes on without this page.</Notice>}
        {problem && (
          <Notice tone="bad" isLive>
            {problem}
          </Notice>
        )}
      </div>
    </Panel>
  );
}

const TITLES: Readonly<Record<ImportState, string>> = {
  draft: "Not started",
  running: "Parcels are going in",
  paused: "Waiting for you",
  done: "All rows had their turn",
  cancelled: "Cancelled",
};

/** Said aloud at every quarter and every change of state, not every second. */
function announcement({ state, rowCount, doneCount, failedCount }: Progress): string {
  if (state !== "running") return `${TITLES[state]}: ${rowsText(doneCount)}, ${countText(failedCount)} to mend`;
  const quarters = rowCount === 0 ? 0 : Math.floor((doneCount / rowCount) * 4);
  return quarters === 0 ? "" : `${quarters * 25} % done`;
}

function Counts({ progress: { createdCount, existingCount, failedCount } }: { progress: Progress }) {
  const counts = [
    { label: "New parcels", count: createdCount, look: "" },
    { label: "Known before", count: existingCount, look: "" },
    { label: "Rows to mend", count: failedCount, look: failedCount > 0 ? "text-bad" : "" },
  ];
  return (
    <dl className="grid grid-cols-3 gap-3">
      {counts.map(({ label, count, look }) => (
        <div key={label} className="grid content-start rounded-control bg-sunken px-3 py-2">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className={`font-semibold text-xl tabular-nums ${look}`}>{countText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

const ASK_MS = 1000;
const ASK_AGAIN_MS = 4000;

/** Asks while the import runs and the page is seen; when it comes to rest, the page is drawn anew with what is wrong. */
function useProgress({ merchant, id, initial }: Pick<ImportProgressProps, "merchant" | "id" | "initial">) {
  const router = useRouter();
  const [progress, setProgress] = useState(initial);
  const [isLost, setIsLost] = useState(false);
  const [samples, setSamples] = useState<Sample[]>([]);
  const { state } = initial;
  const shown = useRef(state);

  useEffect(() => {
    setProgress(initial);
    if (initial.state !== "running") setSamples([]);
    shown.current = initial.state;
  }, [initial]);

  useEffect(() => {
    if (state !== "running") return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const found = document.hidden ? undefined : await askProgress({ merchant, id, signal: leaving.signal });
      if (leaving.signal.aborted) return;
      if (found !== undefined) setIsLost(found === null);
      if (found) {
        setProgress(found);
        setSamples((now) => addSample(now, { atMs: performance.now(), done: found.doneCount }));
        if (found.state !== shown.current) router.refresh();
      }
      timer = setTimeout(ask, found === null ? ASK_AGAIN_MS : ASK_MS);
    };
    void ask();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [merchant, id, state, router]);

  return { progress, isLost, rate: measureRate(samples, progress.rowCount) };
}

async function askProgress({ merchant, id, signal }: { merchant: string; id: string; signal: AbortSignal }): Promise<Progress | null> {
  try {
    const response = await fetch(`/admin/imports-files/${id}?${new URLSearchParams({ merchant })}`, { signal });
    return response.ok ? ((await response.json()) as Progress) : null;
  } catch {
    return null;
  }
}
