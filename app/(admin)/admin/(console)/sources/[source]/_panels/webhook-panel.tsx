import { PROVIDERS, type SourceProvider } from "#components/admin/sources/providers.ts";
import { RotateSource } from "#components/admin/sources/rotate-source.island.tsx";
import { WebhookAddress } from "#components/admin/sources/webhook-address.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import type { SourceOverview } from "#lib/overview/list-sources-with-state.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { rotate } from "../../../../_actions/sources.ts";
import type { SourcePanelProps } from "./source-panel-props.ts";

/** Its address, what tells its webhooks from anybody's, and how to replace that. */
export function WebhookPanel({ source, merchant, role, now }: SourcePanelProps) {
  const { secrets, lastHeardAt, provider, webhookUrl } = source;
  const { whereToEnter } = PROVIDERS[provider as SourceProvider];
  return (
    <Panel
      title="Webhooks"
      actions={hasRole(role, "owner") && <RotateSource rotate={rotate} merchant={merchant} id={source.id} webhookUrl={webhookUrl} />}
    >
      <div className="grid gap-4">
        <p className="text-muted">{whereToEnter}</p>
        <WebhookAddress url={webhookUrl} made={null} />
        <Facts
          rows={[
            { label: "Known by", value: proofOf(secrets) },
            ...(secrets.previousUntil
              ? [{ label: "Old secret ends", value: <Moment moment={momentText(secrets.previousUntil, now)} /> }]
              : []),
            { label: "Last heard", value: lastHeardAt ? <Moment moment={momentText(lastHeardAt, now)} /> : "Never" },
          ]}
        />
      </div>
    </Panel>
  );
}

function proofOf({ webhookSecret, token, acceptPublishedKeys }: SourceOverview["secrets"]): string {
  const proofs = [
    webhookSecret && "a signature by the webhook secret",
    token && "the token in its address",
    acceptPublishedKeys && "a signature by the provider’s published keys",
  ].filter((proof) => proof !== false);
  return proofs.length === 0 ? "nothing: every webhook is refused" : proofs.join(", or ");
}
