import { ChangeEndpoint } from "#components/admin/endpoints/change-endpoint.island.tsx";
import { RotateSecret } from "#components/admin/endpoints/rotate-secret.island.tsx";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { DeleteAndLeave } from "#components/admin/overview/delete-and-leave.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { change, remove, rotate, switchEndpoint } from "../../../../_actions/endpoints.ts";

/** What changes it, or ends it. */
export function OwnerActions({ endpoint, merchant }: { endpoint: EndpointRecord; merchant: string }) {
  const { id, mode, format, disabledAt } = endpoint;
  const isOn = disabledAt === null;
  return (
    <>
      <ChangeEndpoint change={change} merchant={merchant} endpoint={{ id, mode, url: endpoint.url, name: endpoint.name }} />
      {format !== "shipengine" && (
        <RotateSecret rotate={rotate} merchant={merchant} mode={mode} id={id} signsTwice={format === "standard"} />
      )}
      <ActionButton
        action={switchEndpoint}
        merchant={merchant}
        input={{ mode, id, isOn: !isOn }}
        size="medium"
        icon={isOn ? "pause" : "play"}
      >
        {isOn ? "Switch off" : "Switch on"}
      </ActionButton>
      <DeleteAndLeave
        action={remove}
        merchant={merchant}
        input={{ mode, id }}
        leaveTo={hrefInMode("/admin/endpoints", mode)}
        title="Delete the endpoint?"
        body="Nothing more is sent to it, and its delivery log is forgotten. This cannot be taken back."
        confirmLabel="Delete the endpoint"
      />
    </>
  );
}
