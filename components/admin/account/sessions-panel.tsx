import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";

export interface SessionRow {
  id: string;
  /** "Firefox on Linux" */
  device: string;
  address: string | null;
  started: MomentText;
  lastSeen: MomentText;
  isThis: boolean;
}

interface SessionsPanelProps {
  merchant: string;
  sessions: readonly SessionRow[];
  end: ConsoleAction<{ id: string }>;
  endOthers: ConsoleAction<Record<string, never>, number>;
}

export function SessionsPanel({ merchant, sessions, end, endOthers }: SessionsPanelProps) {
  return (
    <Panel
      title="Where you are signed in"
      isFlush
      actions={
        sessions.length > 1 && (
          <ConfirmAction
            action={endOthers}
            merchant={merchant}
            input={{}}
            trigger={{ label: "Sign out everywhere else", size: "small" }}
            title="Sign out everywhere else?"
            body="Every session but this one ends at once."
            confirmLabel="Sign out"
            doneMessage="You are signed out everywhere else."
          />
        )
      }
    >
      <DataTable
        caption="Sessions"
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: "device", header: "Browser", isMain: true, cell: (session) => <Device {...session} /> },
          { key: "seen", header: "Last seen", cell: ({ lastSeen }) => <Moment moment={lastSeen} /> },
          { key: "started", header: "Signed in", cell: ({ started }) => <Moment moment={started} /> },
          { key: "address", header: "From", cell: ({ address }) => address ?? "unknown" },
          {
            key: "actions",
            header: "Actions",
            align: "end",
            cell: ({ id, device, isThis }) =>
              isThis ? (
                <span className="text-muted sm:hidden">none</span>
              ) : (
                <EndSession merchant={merchant} id={id} device={device} end={end} />
              ),
          },
        ]}
      />
    </Panel>
  );
}

function Device({ device, isThis }: SessionRow) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {device}
      {isThis && <Badge tone="good">This one</Badge>}
    </span>
  );
}

function EndSession({ merchant, id, device, end }: Pick<SessionsPanelProps, "merchant" | "end"> & { id: string; device: string }) {
  return (
    <ConfirmAction
      action={end}
      merchant={merchant}
      input={{ id }}
      trigger={{ label: "Sign out", size: "small" }}
      title={`Sign out ${device}?`}
      body="Whoever uses that browser has to sign in again. If you do not know it, change your password as well."
      confirmLabel="Sign out"
      doneMessage="That session has ended."
    />
  );
}
