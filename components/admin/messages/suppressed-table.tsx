import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";

export interface SuppressedRow {
  id: string;
  addressHint: string;
  reason: "bounced" | "complained" | "stopped" | "by_merchant";
  /** Otherwise it is its owner's own word. */
  canLift: boolean;
  since: MomentText;
}

const REASONS: Readonly<Record<SuppressedRow["reason"], string>> = {
  bounced: "Nothing arrives there",
  complained: "Marked as junk",
  stopped: "Wants nothing more",
  by_merchant: "By your shop",
};

type Lift = ConsoleAction<{ digest: string }>;

/** Addresses that get nothing more, and why. `lift` is null for who may not change it. */
export function SuppressedTable({ rows, lift, merchant }: { rows: readonly SuppressedRow[]; lift: Lift | null; merchant: string }) {
  const columns: Column<SuppressedRow>[] = [
    { key: "address", header: "Address", isMain: true, cell: ({ addressHint }) => addressHint },
    { key: "reason", header: "Why", cell: ({ reason }) => REASONS[reason] },
    { key: "since", header: "Since", cell: ({ since }) => <Moment moment={since} /> },
  ];
  if (lift)
    columns.push({
      key: "lift",
      header: "",
      align: "end",
      cell: (row) => row.canLift && <LiftButton row={row} lift={lift} merchant={merchant} />,
    });
  return <DataTable caption="Suppressed addresses, newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function LiftButton({ row: { id, addressHint }, lift, merchant }: { row: SuppressedRow; lift: Lift; merchant: string }) {
  return (
    <ConfirmAction
      action={lift}
      merchant={merchant}
      input={{ digest: id }}
      trigger={{
        label: (
          <>
            Lift<span className="sr-only">{`: ${addressHint}`}</span>
          </>
        ),
        size: "small",
      }}
      title={`Write to ${addressHint} again?`}
      body="The address can be subscribed again; what it was subscribed to stays ended. Do this only if you know that mails arrive there and are wanted."
      confirmLabel="Lift it"
      tone="primary"
      doneMessage={`${addressHint} can be written to again.`}
    />
  );
}
