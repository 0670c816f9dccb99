import { DomainActions } from "#components/admin/domains/domain-actions.tsx";
import { DomainPanel } from "#components/admin/domains/domain-panel.tsx";
import { AddSenderDialog } from "#components/admin/messages/add-sender.island.tsx";
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
        <DomainPanel
          key={domain.id}
          domain={domain}
          actions={
            isOwner && <DomainActions domain={domain} merchant={merchant} check={checkDomain} remove={removeDomain} warning={REMOVAL} />
          }
        />
      ))}
    </>
  );
}

const REMOVAL = "Its key is forgotten, and mails come from the installation's own address. Adding it again makes a new key.";
