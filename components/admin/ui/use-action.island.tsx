"use client";

import { useCallback, useState, useTransition } from "react";
import type { ActionAnswer, ConsoleAction } from "#lib/shared/action-answer.ts";

export interface RunningAction<Input, Value> {
  run: (input: Input) => Promise<ActionAnswer<Value>>;
  isBusy: boolean;
  /** The last answer; null before the first, and while one is under way. */
  answer: ActionAnswer<Value> | null;
  /** What the last answer says is wrong at `path`. */
  issueAt: (path: string) => string | undefined;
  /** What went wrong as a whole. */
  problem: string | null;
}

const UNREACHABLE = { kind: "failed", message: "The server could not be reached. Nothing was changed; please try again." } as const;

/** Calls an action of the console for the shop the screen was drawn for, one call at a time. */
export function useAction<Input, Value>(action: ConsoleAction<Input, Value>, merchant: string): RunningAction<Input, Value> {
  const [isBusy, startTransition] = useTransition();
  const [answer, setAnswer] = useState<ActionAnswer<Value> | null>(null);
  const run = useCallback(
    (input: Input) =>
      new Promise<ActionAnswer<Value>>((resolve) => {
        startTransition(async () => {
          setAnswer(null);
          // An answer without a kind is none: the server sent the browser elsewhere.
          const given = await action(merchant, input).catch((): ActionAnswer<Value> => UNREACHABLE);
          startTransition(() => setAnswer(given ?? null));
          resolve(given ?? UNREACHABLE);
        });
      }),
    [action, merchant],
  );
  const issues = answer?.kind === "invalid" ? answer.issues : [];
  const issueAt = (path: string) => issues.find((issue) => issue.path === path)?.message;
  return { run, isBusy, answer, issueAt, problem: problemOf(answer) };
}

/** A failure's own words; those of wrong input that belong to no field. */
export function problemOf(answer: ActionAnswer<unknown> | null): string | null {
  if (answer === null || answer.kind === "done") return null;
  if (answer.kind !== "invalid") return answer.message;
  return answer.issues.find(({ path }) => path === "")?.message ?? null;
}
