import { SmsAccountDialog } from "#components/admin/messages/sms-account.island.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import type { MessageSettings } from "#lib/senders/message-settings.ts";
import { removeSms, setSms } from "../../../../_actions/messages.ts";
import { SecretAddress } from "./secret-address.tsx";

interface SmsPanelProps {
  account: MessageSettings["sms"];
  /** Where Twilio tells what shoppers answer; null for whom it is no business of. */
  reportsUrl: string | null;
  merchant: string;
  isOwner: boolean;
}

export function SmsPanel({ account, reportsUrl, merchant, isOwner }: SmsPanelProps) {
  return (
    <Panel
      title="SMS"
      description="By an account of your own at Twilio."
      actions={
        isOwner && (
          <>
            <SmsAccountDialog action={setSms} merchant={merchant} isSet={account !== null} />
            {account && <Removal merchant={merchant} />}
          </>
        )
      }
    >
      <p className={account ? "" : "text-muted"}>
        {account ? `SMS go out from ${account.from ?? "your messaging service"}.` : "Not set up: shoppers can ask for mails only."}
      </p>
      {reportsUrl && (
        <div className="mt-3 grid gap-2">
          <p>At Twilio, enter this address for incoming messages, so that whoever answers STOP gets nothing more from here either.</p>
          <SecretAddress url={reportsUrl} />
        </div>
      )}
    </Panel>
  );
}

function Removal({ merchant }: { merchant: string }) {
  return (
    <ConfirmAction
      action={removeSms}
      merchant={merchant}
      input={{}}
      trigger={{ label: "Remove", variant: "quiet", icon: "trash" }}
      title="Remove the account?"
      body="No more SMS go out; shoppers who chose SMS are told nothing. The account at Twilio stays as it is."
      confirmLabel="Remove the account"
      doneMessage="The account is removed."
    />
  );
}
