import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { DomainView } from "#lib/view/domain-view.ts";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { CheckButton, type CheckDomain } from "./check-domain.island.tsx";

interface DomainActionsProps {
  domain: Pick<DomainView, "id" | "host">;
  merchant: string;
  check: CheckDomain;
  remove: ConsoleAction<{ id: string }, null>;
  /** What comes of removing it. */
  warning: string;
}

/** What an owner may do with a domain, whatever it is for. */
export function DomainActions({ domain: { id, host }, merchant, check, remove, warning }: DomainActionsProps) {
  return (
    <>
      <CheckButton action={check} merchant={merchant} id={id} host={host} />
      <ConfirmAction
        action={remove}
        merchant={merchant}
        input={{ id }}
        trigger={{ label: "Remove", variant: "quiet", icon: "trash" }}
        title={`Remove ${host}?`}
        body={warning}
        confirmLabel="Remove the domain"
        doneMessage={`${host} is removed.`}
      />
    </>
  );
}
