"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { EmailInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";

/** Says the same whether or not there is such an account. */
export function ForgotForm({ ask }: { ask: ConsoleAction<{ email: string }> }) {
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) {
    return (
      <Notice tone="good" title="Look into your mail" isLive>
        If there is an account with this address, a link is on its way. It works once, for an hour.
      </Notice>
    );
  }
  return (
    <ActionForm action={ask} merchant="" onDone={() => setIsAsked(true)} submitLabel="Send me a link">
      <FormField name="email" label="E-mail address">
        {(control) => <EmailInput {...control} autoComplete="username" required />}
      </FormField>
    </ActionForm>
  );
}
