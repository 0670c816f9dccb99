"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import type { ButtonLook } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";

export type AddSender = ConsoleAction<{ domain: string }, { domain: string }>;

export function AddSenderDialog({ action, merchant, look }: { action: AddSender; merchant: string; look?: ButtonLook }) {
  const showToast = useToast();
  return (
    <Dialog
      title="Write from your own domain"
      description="We make a key for it. You publish that key in the domain's DNS, which shows receivers that our mails are yours."
      trigger={{ label: "Add a domain", icon: "plus", ...look }}
    >
      {(close) => (
        <ActionForm
          action={action}
          merchant={merchant}
          toInput={(data) => ({ domain: String(data.get("domain")) })}
          submitLabel="Add the domain"
          onDone={({ domain }, form) => {
            form.reset();
            close();
            showToast(`${domain} is added. Its DNS records are the next step.`);
          }}
        >
          <FormField name="domain" label="Domain of your addresses" hint="What stands behind the @, such as your-shop.com.">
            {(control) => (
              <TextInput
                {...control}
                required
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="your-shop.com"
              />
            )}
          </FormField>
        </ActionForm>
      )}
    </Dialog>
  );
}
