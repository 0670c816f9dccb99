"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Role } from "#lib/shared/role.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Code } from "../ui/code.tsx";
import { CopyButton } from "../ui/copy-button.island.tsx";
import { EmailInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { RoleChoice } from "./member-actions.island.tsx";

interface Invited {
  url: string;
  email: string;
  isMailed: boolean;
}

interface InvitePanelProps {
  merchant: string;
  invite: ConsoleAction<{ email: string; role: Role }, Invited>;
}

export function InvitePanel({ merchant, invite }: InvitePanelProps) {
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Panel title="Invite somebody" description="They get a link that works once, within seven days.">
      <div className="grid max-w-xl gap-4">
        {invited && <InvitedNotice {...invited} />}
        <ActionForm
          action={invite}
          merchant={merchant}
          toInput={(data) => ({ email: String(data.get("email")), role: data.get("role") as Role })}
          onDone={(value, form) => {
            setInvited(value);
            form.reset();
          }}
          submitLabel="Invite"
        >
          <FormField name="email" label="E-mail address">
            {(control) => <EmailInput {...control} required />}
          </FormField>
          <RoleChoice current="viewer" />
        </ActionForm>
      </div>
    </Panel>
  );
}

function InvitedNotice({ url, email, isMailed }: Invited) {
  return (
    <Notice tone="good" isLive title={isMailed ? `An invitation is on its way to ${email}` : `Hand this link to ${email}`}>
      <div className="grid justify-items-start gap-2">
        <p className="text-sm">{isMailed ? "You can also hand over the link yourself; it is shown only now." : "It is shown only now."}</p>
        <Code>{url}</Code>
        <CopyButton text={url} label="Copy the link" />
      </div>
    </Notice>
  );
}
