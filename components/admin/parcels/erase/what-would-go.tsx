import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmAction } from "../../ui/confirm-action.island.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";

export interface FoundShopper {
  orderNumbers: readonly string[];
  trackingNumbers: readonly string[];
  payloadCount: number;
  subscriptionCount: number;
  /** Of the shopper of one order, whose others would stay. */
  email: string | null;
}

interface WhatWouldGoProps {
  shopper: FoundShopper;
  merchant: string;
  query: string;
  erase: ConsoleAction<{ query: string }, { id: string }>;
  onStarted: (id: string) => void;
  /** Asks for the shopper of an order instead. */
  onInstead: (email: string) => void;
}

const NAMED = 12;

function named(all: readonly string[]): string {
  if (all.length === 0) return "None";
  const more = all.length - NAMED;
  return `${all.length}: ${all.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

export function WhatWouldGo({ shopper, merchant, query, erase, onStarted, onInstead }: WhatWouldGoProps) {
  const { orderNumbers, trackingNumbers, payloadCount, subscriptionCount, email } = shopper;
  return (
    <div className="grid gap-4">
      <Notice tone="warn" title="This would go for good" isLive>
        <Facts
          rows={[
            { label: "Orders", value: named(orderNumbers) },
            { label: "Parcels", value: named(trackingNumbers) },
            {
              label: "News by mail",
              value: subscriptionCount === 0 ? "None" : `Of ${subscriptionCount} ${subscriptionCount === 1 ? "parcel" : "parcels"}`,
            },
            { label: "Raw payloads", value: `${payloadCount} about these parcels, and all others that name them` },
          ]}
        />
      </Notice>
      {email !== null && (
        <Notice
          tone="info"
          title="Just this order"
          actions={
            <Button size="small" onClick={() => onInstead(email)}>
              Look up the shopper instead
            </Button>
          }
        >
          It was placed by {email}, who may have others.
        </Notice>
      )}
      <ul className="grid max-w-prose list-disc gap-1 pl-5 text-muted text-sm">
        <li>A payload that tells of other shoppers as well goes too. What was read from it stays on their parcels.</li>
        <li>Of each tracking number a mark stays that nobody can read, so that late news is refused.</li>
        <li>The audit log says that you erased somebody, never whom. Backups are yours to look after.</li>
      </ul>
      <div>
        <ConfirmAction
          action={erase}
          merchant={merchant}
          input={{ query }}
          trigger={{ label: "Erase this shopper", variant: "danger", icon: "trash" }}
          title="Erase this shopper for good?"
          body={<p>Nobody can bring it back, we neither.</p>}
          confirmLabel="Erase"
          typed="erase"
          onDone={({ id }) => onStarted(id)}
        />
      </div>
    </div>
  );
}
