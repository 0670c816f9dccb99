import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { renewReports } from "../../../../_actions/messages.ts";
import { SecretAddress } from "./secret-address.tsx";

/** Where mail services tell what came back; null before an address was made. */
export function ReportsPanel({ url, merchant }: { url: string | null; merchant: string }) {
  return (
    <Panel
      title="Bounces and complaints"
      description="Enter this address where your mail service reports them: Amazon SES, Postmark, SendGrid or Mailgun. Whoever it names gets nothing more."
      actions={
        <ConfirmAction
          action={renewReports}
          merchant={merchant}
          input={{}}
          trigger={{ label: url ? "Make a new address" : "Make an address", icon: "refresh" }}
          title={url ? "Make a new address?" : "Make an address for reports?"}
          body={
            url
              ? "Reports to the old one are refused from then on: enter the new one at your mail service."
              : "It is secret: whoever knows it can stop your messages to an address."
          }
          confirmLabel="Make it"
          tone="primary"
          doneMessage="The new address counts from now on."
        />
      }
    >
      {url ? <SecretAddress url={url} /> : <p className="text-muted">None yet.</p>}
    </Panel>
  );
}
