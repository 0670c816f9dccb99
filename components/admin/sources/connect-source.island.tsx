"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { DialogEnd } from "../ui/dialog-end.tsx";
import { SelectInput, TextInput } from "../ui/inputs.tsx";
import { PROVIDERS, SOURCE_PROVIDERS, type SourceProvider } from "./providers.ts";
import { readSecretFields, SecretFields, type SecretsInput } from "./secret-fields.tsx";
import { type MadeSecret, WebhookAddress } from "./webhook-address.tsx";

interface Made {
  webhookUrl: string;
  made: MadeSecret | null;
}

export type CreateSource = ConsoleAction<SecretsInput & { mode: Mode; provider: SourceProvider; slug: string }, Made>;

interface ConnectSourceProps {
  create: CreateSource;
  merchant: string;
  mode: Mode;
}

/** Chooses a provider, asks for what it takes, then says what to enter there. */
export function ConnectSource(props: ConnectSourceProps) {
  return (
    <Dialog title="Connect a source" trigger={{ label: "Connect a source", variant: "primary", icon: "plus" }} isWide>
      {(close) => <ConnectForm {...props} close={close} />}
    </Dialog>
  );
}

function ConnectForm({ create, merchant, mode, close }: ConnectSourceProps & { close: () => void }) {
  const [provider, setProvider] = useState<SourceProvider>("easypost");
  const [made, setMade] = useState<Made | null>(null);
  const { about, fields, whereToEnter } = PROVIDERS[provider];
  if (made !== null) {
    return (
      <DialogEnd
        label="I have entered it"
        onSeen={() => {
          close();
          setMade(null);
        }}
      >
        <p>{`Connected. One step is left: ${lowerFirst(whereToEnter)}`}</p>
        <WebhookAddress url={made.webhookUrl} made={made.made} />
      </DialogEnd>
    );
  }
  return (
    <ActionForm
      action={create}
      merchant={merchant}
      toInput={(data): SecretsInput & { mode: Mode; provider: SourceProvider; slug: string } => ({
        mode,
        provider,
        slug: String(data.get("slug")),
        ...readSecretFields(data, fields),
      })}
      submitLabel="Connect"
      onDone={setMade}
    >
      <FormField name="provider" label="Who sends news" hint={about}>
        {(control) => (
          <SelectInput {...control} value={provider} onChange={(event) => setProvider(event.target.value as SourceProvider)}>
            {SOURCE_PROVIDERS.map((name) => (
              <option key={name} value={name}>
                {PROVIDERS[name].name}
              </option>
            ))}
          </SelectInput>
        )}
      </FormField>
      <SecretFields key={provider} fields={fields} />
      <FormField
        name="slug"
        label="Name in its address"
        hint="Lower-case letters, digits and hyphens; the provider’s name if left empty."
        isOptional
      >
        {(control) => <TextInput {...control} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />}
      </FormField>
      {mode === "test" && <p className="text-muted text-sm">It is for test parcels: what it says of real ones is left alone.</p>}
    </ActionForm>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
