"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";

interface RenamePasskeyProps {
  merchant: string;
  passkey: { id: string; name: string };
  rename: ConsoleAction<{ id: string; name: string }>;
}

export function RenamePasskey({ merchant, passkey: { id, name }, rename }: RenamePasskeyProps) {
  return (
    <Dialog title="What is this passkey called?" trigger={{ label: "Rename", size: "small" }}>
      {(close) => (
        <ActionForm
          action={rename}
          merchant={merchant}
          toInput={(data) => ({ id, name: String(data.get("name")) })}
          onDone={close}
          submitLabel="Save"
        >
          <FormField name="name" label="Name">
            {(control) => <TextInput {...control} defaultValue={name} required maxLength={100} />}
          </FormField>
        </ActionForm>
      )}
    </Dialog>
  );
}
