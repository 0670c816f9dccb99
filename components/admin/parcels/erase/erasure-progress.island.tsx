"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../../ui/button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type ErasureCounts, goneWords, STEP_ORDER, stepWords } from "./erasure-words.ts";

export type ReadProgress = ConsoleAction<{ id: string }, ErasureCounts>;

interface ErasureProgressProps {
  id: string;
  merchant: string;
  progress: ReadProgress;
  onAgain: () => void;
}

const LOOK_EVERY_MS = 1000;

/** How far it has come. It goes on by itself: nobody need wait here. */
export function ErasureProgress({ id, merchant, progress, onAgain }: ErasureProgressProps) {
  const router = useRouter();
  const [counts, setCounts] = useState<ErasureCounts | null>(null);
  const isDone = counts?.step === "done";
  useEffect(() => {
    if (isDone) return router.refresh();
    let isGone = false;
    const look = async () => {
      const answer = await progress(merchant, { id }).catch(() => null);
      if (!isGone && answer?.kind === "done") setCounts(answer.value);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [id, merchant, progress, isDone, router]);
  if (isDone) {
    return (
      <Notice
        tone="good"
        title="Erased"
        isLive
        actions={
          <Button size="small" onClick={onAgain}>
            Erase another
          </Button>
        }
      >
        {goneWords(counts)}.
      </Notice>
    );
  }
  const step = counts?.step ?? "parcels";
  return (
    <div className="grid gap-3">
      <p role="status">{stepWords(step)}. You may leave this page: it goes on by itself.</p>
      <Meter label="Erasing" value={STEP_ORDER.indexOf(step)} max={STEP_ORDER.length - 1} />
      {counts && <p className="text-muted text-sm">Gone so far: {goneWords(counts)}.</p>}
    </div>
  );
}
