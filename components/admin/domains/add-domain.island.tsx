"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";

export type AddDomain = ConsoleAction<{ host: string }, { host: string }>;

interface AddDomainFormProps {
  action: AddDomain;
  merchant: string;
  /** What the name is for. */
  field?: { label: string; hint: string; example: string };
  onDone?: () => void;
}

const PAGES = {
  label: "Name of your tracking pages",
  hint: "A part of your own domain works best, such as track.your-shop.com.",
  example: "track.your-shop.com",
};

export function AddDomainForm({ action, merchant, field = PAGES, onDone }: AddDomainFormProps) {
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
      <FormField name="host" label={field.label} hint={field.hint}>
        {(control) => (
          <TextInput
            {...control}
            required
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={field.example}
          />
        )}
      </FormField>
    </ActionForm>
  );
}

export function AddDomainDialog(props: Pick<AddDomainFormProps, "action" | "merchant">) {
  return (
    <Dialog title="Add a domain" trigger={{ label: "Add a domain", variant: "primary", icon: "plus" }}>
      {(close) => <AddDomainForm {...props} onDone={close} />}
    </Dialog>
  );
}
