"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { DialogEnd } from "../ui/dialog-end.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { type MadeSecret, WebhookAddress } from "./webhook-address.tsx";

interface Rotated {
  made: MadeSecret;
  oldUntil: MomentText | null;
}

export type RotateSource = ConsoleAction<{ id: string; value?: string }, Rotated>;

interface RotateSourceProps {
  rotate: RotateSource;
  merchant: string;
  id: string;
  webhookUrl: string;
}

/** Replaces what its webhooks are known by, and shows the new one once; the old one holds for a while. */
export function RotateSource(props: RotateSourceProps) {
  return (
    <Dialog
      title="Replace the secret of its webhooks"
      description="The one in use goes on being accepted for a day, so that nothing is lost until you have entered the new one at the provider."
      trigger={{ label: "Replace the secret", icon: "refresh" }}
    >
      {(close) => <RotateForm {...props} close={close} />}
    </Dialog>
  );
}

function RotateForm({ rotate, merchant, id, webhookUrl, close }: RotateSourceProps & { close: () => void }) {
  const [rotated, setRotated] = useState<Rotated | null>(null);
  if (rotated !== null) {
    return (
      <DialogEnd
        label="I have entered it"
        onSeen={() => {
          close();
          setRotated(null);
        }}
      >
        <WebhookAddress url={webhookUrl} made={rotated.made} />
        {rotated.oldUntil && <p className="text-muted text-sm">{`The old one ends ${rotated.oldUntil.text}.`}</p>}
      </DialogEnd>
    );
  }
  return (
    <ActionForm
      action={rotate}
      merchant={merchant}
      toInput={(data): { id: string; value?: string } => ({ id, value: String(data.get("value")) })}
      submitLabel="Replace it"
      onDone={setRotated}
    >
      <FormField name="value" label="New secret" hint="Only where the provider makes it. Leave it empty to have one made." isOptional>
        {(control) => <TextInput {...control} className="font-mono" autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </FormField>
    </ActionForm>
  );
}
