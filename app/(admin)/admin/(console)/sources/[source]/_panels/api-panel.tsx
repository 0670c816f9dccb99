import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { PROVIDERS, providerName, type SourceProvider } from "#components/admin/sources/providers.ts";
import { ReplaceSecrets } from "#components/admin/sources/replace-secrets.island.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { askNow, changeSecrets, setPolled } from "../../../../_actions/sources.ts";
import type { SourcePanelProps } from "./source-panel-props.ts";

/** Whether its API is asked, and how that goes. */
export function ApiPanel({ source, merchant, role, now }: SourcePanelProps) {
  const isOwner = hasRole(role, "owner");
  const { id, isPolled, secrets, health } = source;
  const keyField = PROVIDERS[source.provider as SourceProvider].fields.find(({ name }) => name === "apiKey");
  if (!keyField) {
    return (
      <Panel title="API">
        <p className="text-muted">{providerName(source.provider)} has no API to ask: news comes by webhooks alone.</p>
      </Panel>
    );
  }
  return (
    <Panel
      title="API"
      actions={
        <>
          {hasRole(role, "editor") && secrets.apiKey && (
            <ActionButton action={askNow} merchant={merchant} input={{ id }} size="medium" icon="refresh">
              Ask now
            </ActionButton>
          )}
          {isOwner && (
            <ReplaceSecrets
              changeSecrets={changeSecrets}
              merchant={merchant}
              id={id}
              fields={[keyField]}
              label={secrets.apiKey ? "Replace the key" : "Add an API key"}
            />
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <Facts
          rows={[
            { label: "API key", value: secrets.apiKey ? "Set; it is never shown" : "None" },
            { label: "Asked for news", value: isPolled ? "Yes: rarely at first, often near the door" : "No" },
            { label: "Last answer", value: health.lastSuccessAt ? <Moment moment={momentText(health.lastSuccessAt, now)} /> : "Never" },
            ...(health.pausedUntil && health.pausedUntil > now
              ? [{ label: "Asked again", value: <Moment moment={momentText(health.pausedUntil, now)} /> }]
              : []),
          ]}
        />
        {isOwner && secrets.apiKey && (
          <div>
            <PollingSwitch id={id} isPolled={isPolled} merchant={merchant} />
          </div>
        )}
      </div>
    </Panel>
  );
}

function PollingSwitch({ id, isPolled, merchant }: { id: string; isPolled: boolean; merchant: string }) {
  return (
    <ConfirmAction
      action={setPolled}
      merchant={merchant}
      input={{ id, isPolled: !isPolled }}
      trigger={{ label: isPolled ? "Stop asking" : "Ask it for news", size: "small" }}
      title={isPolled ? "Stop asking this source?" : "Ask this source for news?"}
      body={
        isPolled
          ? "News then comes by its webhooks alone. Its parcels are followed by another source, if there is one."
          : "Parcels that nobody is asked about are looked for here."
      }
      confirmLabel={isPolled ? "Stop asking" : "Ask it"}
      tone="primary"
    />
  );
}
