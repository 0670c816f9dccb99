"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { Panel } from "../ui/panel.tsx";
import { useToast } from "../ui/toast.island.tsx";

interface NamePanelProps {
  merchant: string;
  user: { name: string; email: string };
  rename: ConsoleAction<{ name: string }>;
}

export function NamePanel({ merchant, user, rename }: NamePanelProps) {
  const showToast = useToast();
  return (
    <Panel title="You" description={`You sign in as ${user.email}.`}>
      <div className="max-w-md">
        <ActionForm action={rename} merchant={merchant} onDone={() => showToast("Your name is saved.")} submitLabel="Save">
          <FormField name="name" label="Name" hint="Your colleagues see it, and the audit log.">
            {(control) => <TextInput {...control} autoComplete="name" defaultValue={user.name} required maxLength={100} />}
          </FormField>
        </ActionForm>
      </div>
    </Panel>
  );
}
