"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import type { ButtonLook } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { DialogEnd } from "../ui/dialog-end.tsx";
import { SelectInput, TextInput } from "../ui/inputs.tsx";
import { SecretOnce } from "../ui/secret-once.island.tsx";

export type CreateKey = ConsoleAction<{ mode: Mode; name: string }, { key: string }>;

interface CreateKeyProps {
  createKey: CreateKey;
  merchant: string;
  mode: Mode;
  look?: ButtonLook;
}

/** Asks for a name, then shows the key: once. */
export function CreateKeyDialog({ look, ...props }: CreateKeyProps) {
  return (
    <Dialog title="Create an API key" trigger={{ label: "Create a key", variant: "primary", icon: "plus", ...look }}>
      {(close) => <CreateKeyForm {...props} close={close} />}
    </Dialog>
  );
}

function CreateKeyForm({ createKey, merchant, mode, close }: Omit<CreateKeyProps, "look"> & { close: () => void }) {
  const [key, setKey] = useState<string | null>(null);
  if (key !== null) {
    const dismiss = () => {
      close();
      setKey(null);
    };
    return (
      <DialogEnd label="I have copied it" onSeen={dismiss}>
        <SecretOnce label="The new key" value={key} />
        <p className="text-muted text-sm">Send it as a bearer token, or wherever the client you use asks for an API key.</p>
      </DialogEnd>
    );
  }
  return (
    <ActionForm
      action={createKey}
      merchant={merchant}
      toInput={(data): { mode: Mode; name: string } => ({
        name: String(data.get("name")),
        mode: data.get("mode") === "test" ? "test" : "production",
      })}
      submitLabel="Create the key"
      onDone={(made) => setKey(made.key)}
    >
      <FormField name="name" label="Name" hint="What will use it, such as “Checkout” or “Warehouse”.">
        {(control) => <TextInput {...control} required maxLength={100} autoComplete="off" />}
      </FormField>
      <FormField name="mode" label="For" hint="A test key never touches real parcels.">
        {(control) => (
          <SelectInput {...control} defaultValue={mode}>
            <option value="production">Live parcels</option>
            <option value="test">Test parcels</option>
          </SelectInput>
        )}
      </FormField>
    </ActionForm>
  );
}
