import type { ReactNode } from "react";
import type { Role } from "#lib/shared/role.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";
import { ROLE_NAMES } from "./role-names.ts";

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joined: MomentText;
  isYou: boolean;
}

interface MembersPanelProps {
  members: readonly MemberRow[];
  /** What may be done about a member; absent for those who may only look. */
  actionsFor?: (member: MemberRow) => ReactNode;
}

export function MembersPanel({ members, actionsFor }: MembersPanelProps) {
  return (
    <Panel title="Members" isFlush>
      <DataTable
        caption="Members"
        rows={members}
        rowKey={({ userId }) => userId}
        columns={[
          { key: "person", header: "Person", isMain: true, cell: (member) => <Person {...member} /> },
          {
            key: "role",
            header: "Role",
            cell: ({ role }) => <Badge tone={role === "owner" ? "info" : "neutral"}>{ROLE_NAMES[role].name}</Badge>,
          },
          { key: "joined", header: "Joined", cell: ({ joined }) => <Moment moment={joined} /> },
          ...(actionsFor ? [{ key: "actions", header: "Actions", align: "end" as const, cell: actionsFor }] : []),
        ]}
      />
    </Panel>
  );
}

function Person({ name, email, isYou }: MemberRow) {
  return (
    <span className="grid">
      <span>
        {name}
        {isYou && <span className="font-normal text-muted"> (you)</span>}
      </span>
      <span className="font-normal text-muted text-sm">{email}</span>
    </span>
  );
}
