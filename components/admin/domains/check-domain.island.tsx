"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { problemOf, useAction } from "../ui/use-action.island.tsx";

export type CheckDomain = ConsoleAction<{ id: string }, { isActive: boolean; words: string }>;

/** Asks DNS again; what was found stands in the steps, whether all is well is said in passing. */
export function CheckButton({ action, merchant, id, host }: { action: CheckDomain; merchant: string; id: string; host: string }) {
  const { run, isBusy } = useAction(action, merchant);
  const showToast = useToast();
  const check = async () => {
    const answer = await run({ id });
    if (answer.kind === "done") showToast(answer.value.words, answer.value.isActive ? "good" : "warn");
    else showToast(problemOf(answer), "bad");
  };
  return (
    <Button icon="refresh" isBusy={isBusy} onClick={() => void check()}>
      Check now<span className="sr-only">{`: ${host}`}</span>
    </Button>
  );
}
