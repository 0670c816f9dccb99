import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";
import { AddPasskey } from "./add-passkey.island.tsx";
import { RenamePasskey } from "./rename-passkey.island.tsx";

export interface PasskeyRow {
  id: string;
  name: string;
  isSynced: boolean;
  added: MomentText | null;
}

interface PasskeysPanelProps {
  merchant: string;
  passkeys: readonly PasskeyRow[];
  /** What a key made here is called, unless its owner says otherwise. */
  device: string;
  rename: ConsoleAction<{ id: string; name: string }>;
  remove: ConsoleAction<{ id: string }>;
}

export function PasskeysPanel({ merchant, passkeys, device, rename, remove }: PasskeysPanelProps) {
  return (
    <Panel title="Passkeys" description="Sign in by finger, face or PIN, with nothing to remember.">
      <div className="grid gap-4">
        {passkeys.length > 0 && (
          <ul className="grid divide-y divide-line">
            {passkeys.map((passkey) => (
              <li key={passkey.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5 first:pt-0">
                <Description {...passkey} />
                <div className="flex flex-wrap gap-2">
                  <RenamePasskey merchant={merchant} passkey={{ id: passkey.id, name: passkey.name }} rename={rename} />
                  <ConfirmAction
                    action={remove}
                    merchant={merchant}
                    input={{ id: passkey.id }}
                    trigger={{ label: "Delete", size: "small", variant: "danger" }}
                    title={`Delete “${passkey.name}”?`}
                    body="It signs you in no more. Your device may go on offering it until you delete it there as well."
                    confirmLabel="Delete"
                    doneMessage="The passkey is deleted."
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
        <AddPasskey device={device} />
      </div>
    </Panel>
  );
}

function Description({ name, isSynced, added }: PasskeyRow) {
  return (
    <span className="grid min-w-0">
      <span className="font-medium">{name}</span>
      <span className="text-muted text-sm">
        {isSynced ? "On all your devices" : "On one device"}
        {added && (
          <>
            , added <Moment moment={added} />
          </>
        )}
      </span>
    </span>
  );
}
