"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";

export type AddDomain = ConsoleAction<{ host: string }, { host: string }>;

interface AddDomainProps {
  action: AddDomain;
  merchant: string;
  onDone?: () => void;
}

export function AddDomainForm({ action, merchant, onDone }: AddDomainProps) {
  const showToast = useToast();
  return (
    <ActionForm
      action={action}
      merchant={merchant}
      toInput={(data) => ({ host: String(data.get("host")) })}
      submitLabel="Add the domain"
      onDone={({ host }, form) => {
        form.reset();
        onDone?.();
        showToast(`${host} is added. Its DNS records are the next step.`);
      }}
    >
      <FormField name="host" label="Name of your tracking pages" hint="A part of your own domain works best, such as track.your-shop.com.">
        {(control) => (
          <TextInput
            {...control}
            required
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="track.your-shop.com"
          />
        )}
      </FormField>
    </ActionForm>
  );
}

export function AddDomainDialog(props: AddDomainProps) {
  return (
    <Dialog title="Add a domain" trigger={{ label: "Add a domain", variant: "primary", icon: "plus" }}>
      {(close) => <AddDomainForm {...props} onDone={close} />}
    </Dialog>
  );
}
