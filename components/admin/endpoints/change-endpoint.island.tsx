"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";

interface Changes {
  mode: Mode;
  id: string;
  url: string;
  name: string;
}

interface ChangeEndpointProps {
  change: ConsoleAction<Changes>;
  merchant: string;
  endpoint: { mode: Mode; id: string; url: string; name: string | null };
}

export function ChangeEndpoint({ change, merchant, endpoint: { mode, id, url, name } }: ChangeEndpointProps) {
  const showToast = useToast();
  return (
    <Dialog title="Change the endpoint" trigger={{ label: "Change", icon: "pen" }}>
      {(close) => (
        <ActionForm
          action={change}
          merchant={merchant}
          toInput={(data): Changes => ({ mode, id, url: String(data.get("url")), name: String(data.get("name")) })}
          submitLabel="Save"
          onDone={() => {
            close();
            showToast("Saved.");
          }}
        >
          <FormField name="url" label="Address" hint="Another address begins with a clean record.">
            {(control) => <TextInput {...control} type="url" required autoComplete="off" spellCheck={false} defaultValue={url} />}
          </FormField>
          <FormField name="name" label="Name" isOptional>
            {(control) => <TextInput {...control} maxLength={100} autoComplete="off" defaultValue={name ?? ""} />}
          </FormField>
        </ActionForm>
      )}
    </Dialog>
  );
}
