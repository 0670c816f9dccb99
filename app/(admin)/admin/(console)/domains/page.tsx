import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { AddDomainDialog, AddDomainForm } from "#components/admin/domains/add-domain.island.tsx";
import { DomainActions } from "#components/admin/domains/domain-actions.tsx";
import { DomainPanel } from "#components/admin/domains/domain-panel.tsx";
import { NoDomains } from "#components/admin/domains/no-domains.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { buildDomainView } from "#lib/domains/build-domain-view.ts";
import { listDomains } from "#lib/domains/list-domains.ts";
import { isReachable } from "#lib/domains/platform.ts";
import { hasRole } from "#lib/shared/role.ts";
import type { DomainView } from "#lib/view/domain-view.ts";
import { addDomain, checkDomain, removeDomain } from "../../_actions/domains.ts";

export const metadata: Metadata = { title: "Domains" };

const EXAMPLE_PARCEL = "usps/9400100000000000000014";

export default async function DomainsPage() {
  const { runtime, call } = await openConsole();
  const { config, clock } = runtime;
  const { domains, operatorHosts } = await listDomains(runtime, call.merchant.id);
  const views = domains.map((domain) => buildDomainView(domain, { config, now: clock.now() }));
  const isOwner = hasRole(call.role, "owner");
  const merchant = call.merchant.slug;
  return (
    <>
      <PageHeader
        title="Domains"
        description="The names your tracking pages answer at."
        actions={isOwner && views.length > 0 && <AddDomainDialog action={addDomain} merchant={merchant} />}
      />
      <div className="grid gap-5">
        {!isReachable(config) && (
          <Notice tone="warn" title={`This installation answers at ${config.publicOrigin}, to which no domain can point.`}>
            Whoever runs it has to set PUBLIC_ORIGIN to its public address first.
          </Notice>
        )}
        {views.length === 0 && operatorHosts.length === 0 && (
          <NoDomains
            addressNow={`${new URL(config.publicOrigin).host}/tracking/${merchant}/${EXAMPLE_PARCEL}`}
            addressThen={`track.your-shop.com/${EXAMPLE_PARCEL}`}
          >
            {isOwner ? (
              <AddDomainForm action={addDomain} merchant={merchant} />
            ) : (
              <p className="text-muted">An owner of this shop can add one.</p>
            )}
          </NoDomains>
        )}
        {views.map((domain) => (
          <DomainPanel
            key={domain.id}
            domain={domain}
            actions={
              isOwner && (
                <DomainActions domain={domain} merchant={merchant} check={checkDomain} remove={removeDomain} warning={removalOf(domain)} />
              )
            }
          />
        ))}
        {operatorHosts.length > 0 && <OperatorHosts hosts={operatorHosts} />}
      </div>
    </>
  );
}

function removalOf({ state }: DomainView): string {
  const isServed = state === "active" || state === "lost";
  return isServed
    ? "Pages at this name end at once, and links that shoppers already have lead nowhere. Adding it again takes a new proof."
    : "Its proof is forgotten; adding it again takes a new one.";
}

function OperatorHosts({ hosts }: { hosts: readonly string[] }) {
  return (
    <Panel title="Set by the operator" description="Whoever runs this installation gave you these names. Nobody checks whether DNS agrees.">
      <ul className="grid gap-1.5">
        {hosts.map((host) => (
          <li key={host} className="[overflow-wrap:anywhere]">
            {host}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
