import type { ReactNode } from "react";
import type { Role } from "#lib/shared/role.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";
import { ROLE_NAMES } from "./role-names.ts";

export interface InvitationRow {
  id: string;
  /** Null for a link that the command line made. */
  email: string | null;
  role: Role;
  invitedBy: string | null;
  ends: MomentText;
}

interface InvitationsPanelProps {
  invitations: readonly InvitationRow[];
  actionsFor?: (invitation: InvitationRow) => ReactNode;
}

export function InvitationsPanel({ invitations, actionsFor }: InvitationsPanelProps) {
  return (
    <Panel title="Open invitations" isFlush>
      <DataTable
        caption="Open invitations"
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: "whom", header: "Whom", isMain: true, cell: ({ email }) => email ?? "Whoever has the set-up link" },
          { key: "role", header: "Role", cell: ({ role }) => <Badge>{ROLE_NAMES[role].name}</Badge> },
          { key: "by", header: "Invited by", cell: ({ invitedBy }) => invitedBy ?? "The operator" },
          { key: "ends", header: "Ends", cell: ({ ends }) => <Moment moment={ends} /> },
          ...(actionsFor ? [{ key: "actions", header: "Actions", align: "end" as const, cell: actionsFor }] : []),
        ]}
      />
    </Panel>
  );
}
