"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { useToast } from "../ui/toast.island.tsx";
import type { SecretField } from "./providers.ts";
import { readSecretFields, SecretFields, type SecretsInput } from "./secret-fields.tsx";

export type ChangeSecrets = ConsoleAction<SecretsInput & { id: string }>;

interface ReplaceSecretsProps {
  changeSecrets: ChangeSecrets;
  merchant: string;
  id: string;
  fields: readonly SecretField[];
  label: string;
}

/** Takes new secrets of the provider's making; nothing of the old ones is ever shown. */
export function ReplaceSecrets({ changeSecrets, merchant, id, fields, label }: ReplaceSecretsProps) {
  const showToast = useToast();
  return (
    <Dialog title={label} description="What was there before is replaced at once." trigger={{ label, icon: "key" }}>
      {(close) => (
        <ActionForm
          action={changeSecrets}
          merchant={merchant}
          toInput={(data): SecretsInput & { id: string } => ({ id, ...readSecretFields(data, fields) })}
          submitLabel="Save"
          onDone={(_, form) => {
            form.reset();
            close();
            showToast("Saved.");
          }}
        >
          <SecretFields fields={fields} />
        </ActionForm>
      )}
    </Dialog>
  );
}
