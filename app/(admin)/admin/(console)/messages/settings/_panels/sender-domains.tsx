import { CheckButton } from "#components/admin/domains/check-domain.island.tsx";
import { DomainPanel } from "#components/admin/domains/domain-panel.tsx";
import { AddSenderDialog } from "#components/admin/messages/add-sender.island.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import type { DomainView } from "#lib/view/domain-view.ts";
import { addDomain, checkDomain, removeDomain } from "../../../../_actions/messages.ts";

interface SenderDomainsProps {
  domains: readonly DomainView[];
  /** The installation's, which mails come from otherwise. */
  ownAddress: string;
  merchant: string;
  isOwner: boolean;
}

/** What has to stand in DNS for each domain a shop writes from, and what was found there. */
export function SenderDomains({ domains, ownAddress, merchant, isOwner }: SenderDomainsProps) {
  return (
    <>
      <Panel
        title="Domains you write from"
        description="Mails in the name of your own domain are trusted more, and come from you rather than from this installation."
        actions={isOwner && <AddSenderDialog action={addDomain} merchant={merchant} />}
      >
        {domains.length === 0 && <p className="text-muted">{`None yet: mails come from ${ownAddress}, in your shop's name.`}</p>}
      </Panel>
      {domains.map((domain) => (
        <DomainPanel key={domain.id} domain={domain} actions={isOwner && <OwnerActions domain={domain} merchant={merchant} />} />
      ))}
    </>
  );
}

function OwnerActions({ domain: { id, host }, merchant }: { domain: DomainView; merchant: string }) {
  return (
    <>
      <CheckButton action={checkDomain} merchant={merchant} id={id} host={host} />
      <ConfirmAction
        action={removeDomain}
        merchant={merchant}
        input={{ id }}
        trigger={{ label: "Remove", variant: "quiet", icon: "trash" }}
        title={`Remove ${host}?`}
        body="Its key is forgotten, and mails come from the installation's own address. Adding it again makes a new key."
        confirmLabel="Remove the domain"
        doneMessage={`${host} is removed.`}
      />
    </>
  );
}
