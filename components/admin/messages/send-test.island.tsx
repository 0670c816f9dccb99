"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { problemOf, useAction } from "../ui/use-action.island.tsx";

interface SendTestProps<Of extends string, Lang extends string> {
  action: ConsoleAction<{ of: Of; lang: Lang }, { to: string }>;
  merchant: string;
  of: Of;
  lang: Lang;
}

/** Sends what is looked at to whoever looks. */
export function SendTest<Of extends string, Lang extends string>({ action, merchant, of, lang }: SendTestProps<Of, Lang>) {
  const { run, isBusy } = useAction(action, merchant);
  const showToast = useToast();
  const send = async () => {
    const answer = await run({ of, lang });
    if (answer.kind === "done") showToast(`Sent to ${answer.value.to}.`);
    else showToast(problemOf(answer), "bad");
  };
  return (
    <Button variant="primary" icon="send" isBusy={isBusy} onClick={() => void send()}>
      Send me a test
    </Button>
  );
}
