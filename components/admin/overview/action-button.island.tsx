"use client";

import type { ReactNode } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button, type ButtonLook } from "../ui/button.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { problemOf, useAction } from "../ui/use-action.island.tsx";

/** What came of it, for a toast. */
export interface Told {
  message: string;
  isGood: boolean;
}

interface ActionButtonProps<Input> extends ButtonLook {
  action: ConsoleAction<Input, Told>;
  merchant: string;
  input: Input;
  /** Completes the label for who cannot see what it stands beside. */
  about?: string;
  children: ReactNode;
}

/** A button that does at once what it says, and tells in passing what came of it. */
export function ActionButton<Input>({ action, merchant, input, about, children, ...look }: ActionButtonProps<Input>) {
  const { run, isBusy } = useAction(action, merchant);
  const showToast = useToast();
  const press = async () => {
    const answer = await run(input);
    if (answer.kind === "done") showToast(answer.value.message, answer.value.isGood ? "good" : "warn");
    else showToast(problemOf(answer) ?? "That did not work.", "bad");
  };
  return (
    <Button size="small" {...look} className="whitespace-nowrap" isBusy={isBusy} onClick={() => void press()}>
      {children}
      {about && <span className="sr-only">{` for ${about}`}</span>}
    </Button>
  );
}
