"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";

type Question = Omit<ComponentProps<typeof ConfirmAction>, "action" | "input" | "trigger" | "onDone" | "tone">;

interface DeleteAndLeaveProps<Input> extends Question {
  action: ConsoleAction<Input>;
  input: Input;
  /** Where to go from a screen whose thing is no more. */
  leaveTo: string;
}

/** Asks, deletes what the screen is about, and leaves it. */
export function DeleteAndLeave<Input>({ leaveTo, ...question }: DeleteAndLeaveProps<Input>) {
  const router = useRouter();
  return (
    <ConfirmAction {...question} trigger={{ label: "Delete", variant: "danger", icon: "trash" }} onDone={() => router.replace(leaveTo)} />
  );
}
