import { DeleteAndLeave } from "#components/admin/overview/delete-and-leave.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { remove, switchSource } from "../../../../_actions/sources.ts";
import type { SourcePanelProps } from "./source-panel-props.ts";

/** What ends it, for a while or for good. */
export function OwnerActions({ source: { id, slug, mode, disabledAt }, merchant }: Pick<SourcePanelProps, "source" | "merchant">) {
  const isOn = disabledAt === null;
  return (
    <>
      <ConfirmAction
        action={switchSource}
        merchant={merchant}
        input={{ id, isOn: !isOn }}
        trigger={{ label: isOn ? "Switch off" : "Switch on", icon: isOn ? "pause" : "play" }}
        title={isOn ? `Switch ${slug} off?` : `Switch ${slug} on?`}
        body={
          isOn
            ? "Its webhooks are refused and its API is left alone until it is switched on again."
            : "Its webhooks are taken again, and its API is asked."
        }
        confirmLabel={isOn ? "Switch off" : "Switch on"}
        tone="primary"
      />
      <DeleteAndLeave
        action={remove}
        merchant={merchant}
        input={{ id }}
        leaveTo={hrefInMode("/admin/sources", mode)}
        title={`Delete ${slug}?`}
        body="Its address is no more, and its secrets are forgotten. What it told of parcels stays. This cannot be taken back."
        confirmLabel="Delete the source"
        typed={slug}
      />
    </>
  );
}
