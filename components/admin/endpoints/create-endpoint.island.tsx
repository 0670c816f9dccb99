"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { DialogEnd } from "../ui/dialog-end.tsx";
import { SelectInput, TextInput } from "../ui/inputs.tsx";
import { SecretOnce } from "../ui/secret-once.island.tsx";
import { ENDPOINT_FORMATS, type EndpointFormat, FORMATS } from "./formats.ts";

interface EndpointInput {
  mode: Mode;
  url: string;
  name: string;
  format: EndpointFormat;
}

export type CreateEndpoint = ConsoleAction<EndpointInput, { secret: string | null }>;

interface CreateEndpointProps {
  create: CreateEndpoint;
  merchant: string;
  mode: Mode;
}

export function CreateEndpointDialog(props: CreateEndpointProps) {
  return (
    <Dialog title="Add an endpoint" trigger={{ label: "Add an endpoint", variant: "primary", icon: "plus" }}>
      {(close) => <CreateEndpointForm {...props} close={close} />}
    </Dialog>
  );
}

function CreateEndpointForm({ create, merchant, mode, close }: CreateEndpointProps & { close: () => void }) {
  const [format, setFormat] = useState<EndpointFormat>("standard");
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  if (made !== null) {
    return (
      <DialogEnd
        label={made.secret === null ? "Close" : "I have copied it"}
        onSeen={() => {
          close();
          setMade(null);
        }}
      >
        {made.secret === null ? (
          <p>Added. It is told of everything that happens from now on.</p>
        ) : (
          <SecretOnce label="The secret that signs its events" value={made.secret} />
        )}
        <p className="text-muted text-sm">Send it a sample event next, from its own screen.</p>
      </DialogEnd>
    );
  }
  return (
    <ActionForm
      action={create}
      merchant={merchant}
      toInput={(data): EndpointInput => ({ mode, format, url: String(data.get("url")), name: String(data.get("name")) })}
      submitLabel="Add the endpoint"
      onDone={setMade}
    >
      <FormField name="url" label="Address" hint="Where events are sent, by POST.">
        {(control) => (
          <TextInput
            {...control}
            type="url"
            required
            autoComplete="off"
            spellCheck={false}
            placeholder="https://your-shop.com/webhooks/parcels"
          />
        )}
      </FormField>
      <FormField name="format" label="Events look like" hint={FORMATS[format].about}>
        {(control) => (
          <SelectInput {...control} value={format} onChange={(event) => setFormat(event.target.value as EndpointFormat)}>
            {ENDPOINT_FORMATS.map((name) => (
              <option key={name} value={name}>
                {FORMATS[name].name}
              </option>
            ))}
          </SelectInput>
        )}
      </FormField>
      <FormField name="name" label="Name" hint="To know it by, such as “Warehouse”." isOptional>
        {(control) => <TextInput {...control} maxLength={100} autoComplete="off" />}
      </FormField>
      {mode === "test" && <p className="text-muted text-sm">It is told of test parcels only.</p>}
    </ActionForm>
  );
}
