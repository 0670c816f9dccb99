"use client";

import { createContext, type ReactNode, type SubmitEvent, useContext, useRef } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button, type ButtonLook } from "./button.tsx";
import { type ControlProps, Field } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.island.tsx";

type IssueAt = (path: string) => string | undefined;

const IssuesContext = createContext<IssueAt>(() => undefined);

interface ActionFormProps<Input, Value> {
  action: ConsoleAction<Input, Value>;
  merchant: string;
  /** What the action is called with; without it, the form's fields as text, by name. */
  toInput?: (data: FormData) => Input;
  onDone?: (value: Value, form: HTMLFormElement) => void;
  submitLabel: ReactNode;
  submitLook?: ButtonLook;
  /** Beside the button that submits. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** A form of one action: what is wrong stands at its field, what was typed stays. */
export function ActionForm<Input, Value>({
  action,
  merchant,
  toInput,
  onDone,
  submitLabel,
  submitLook,
  aside,
  children,
}: ActionFormProps<Input, Value>) {
  const { run, isBusy, issueAt, problem } = useAction(action, merchant);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    const data = new FormData(target);
    const answer = await run(toInput ? toInput(data) : (Object.fromEntries(data) as Input));
    if (answer.kind === "done") onDone?.(answer.value, target);
    if (answer.kind === "invalid")
      focusFirst(
        form.current,
        answer.issues.map(({ path }) => path),
      );
  };
  return (
    <IssuesContext value={issueAt}>
      <form ref={form} noValidate method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {children}
        {problem && (
          <Notice tone="bad" isLive>
            {problem}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" {...submitLook} type="submit" isBusy={isBusy}>
            {submitLabel}
          </Button>
          {aside}
        </div>
      </form>
    </IssuesContext>
  );
}

/** To the first field that is wrong, as the form has them. */
function focusFirst(form: HTMLFormElement | null, paths: readonly string[]): void {
  const controls = [...(form?.elements ?? [])];
  const wrong = controls.find((control) => paths.includes(control.getAttribute("name") ?? ""));
  if (wrong instanceof HTMLElement) wrong.focus();
}

interface FormFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  isOptional?: boolean;
  children: (control: ControlProps & { name: string }) => ReactNode;
}

/** A field of an `ActionForm`, which knows what the last answer said of it. */
export function FormField({ name, label, hint, isOptional = false, children }: FormFieldProps) {
  const issueAt = useContext(IssuesContext);
  return (
    <Field label={label} hint={hint} isOptional={isOptional} error={issueAt(name)}>
      {(control) => children({ ...control, name })}
    </Field>
  );
}
