"use client";

import { type ReactNode, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button, type ButtonLook } from "./button.tsx";
import { Dialog } from "./dialog.island.tsx";
import { Field } from "./field.tsx";
import { TextInput } from "./inputs.tsx";
import { Notice } from "./notice.tsx";
import { useToast } from "./toast.island.tsx";
import { useAction } from "./use-action.island.tsx";

interface ConfirmActionProps<Input, Value> {
  action: ConsoleAction<Input, Value>;
  merchant: string;
  input: Input;
  trigger: ButtonLook & { label: ReactNode; isDisabled?: boolean };
  title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  body: ReactNode;
  confirmLabel: string;
  tone?: "primary" | "danger";
  /** For what cannot be taken back: has to be typed first. */
  typed?: string;
  /** Said in passing once it is done. */
  doneMessage?: string;
  onDone?: (value: Value) => void;
}

/** A button that asks first. */
export function ConfirmAction<Input, Value>(props: ConfirmActionProps<Input, Value>) {
  const { title, trigger } = props;
  return (
    <Dialog title={title} trigger={trigger}>
      {(close) => <Question {...props} close={close} />}
    </Dialog>
  );
}

function Question<Input, Value>({ close, ...props }: ConfirmActionProps<Input, Value> & { close: () => void }) {
  const { action, merchant, input, body, confirmLabel, tone = "danger", typed, doneMessage, onDone } = props;
  const { run, isBusy, problem, issueAt, answer } = useAction(action, merchant);
  const [text, setText] = useState("");
  const showToast = useToast();
  const confirm = async () => {
    const given = await run(input);
    if (given.kind !== "done") return;
    close();
    setText("");
    if (doneMessage) showToast(doneMessage);
    onDone?.(given.value);
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div>{body}</div>
      {typed !== undefined && (
        <Field label={<>Type “{typed}” to go on</>}>
          {(control) => <TextInput {...control} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />}
        </Field>
      )}
      {(problem ?? (answer?.kind === "invalid" && issueAt(answer.issues[0]?.path ?? ""))) && (
        <Notice tone="bad" isLive>
          {problem ?? (answer?.kind === "invalid" ? answer.issues[0]?.message : null)}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant={tone} isBusy={isBusy} disabled={typed !== undefined && text.trim() !== typed}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
