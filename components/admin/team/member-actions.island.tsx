"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ROLES, type Role } from "#lib/shared/role.ts";
import { ActionForm } from "../ui/action-form.island.tsx";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { ROLE_NAMES } from "./role-names.ts";

interface MemberActionsProps {
  merchant: string;
  member: { userId: string; name: string; role: Role; isYou: boolean };
  setRole: ConsoleAction<{ userId: string; role: Role }>;
  remove: ConsoleAction<{ userId: string }>;
}

export function MemberActions({ merchant, member, setRole, remove }: MemberActionsProps) {
  const { userId, name, isYou } = member;
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      <ChangeRole merchant={merchant} member={member} setRole={setRole} />
      {!isYou && (
        <ConfirmAction
          action={remove}
          merchant={merchant}
          input={{ userId }}
          trigger={{ label: <WithName label="Remove" rest={name} />, size: "small", variant: "danger" }}
          title={`Remove ${name}?`}
          body="Their access to this shop ends at once. They keep their account, and you can invite them again."
          confirmLabel="Remove"
          doneMessage={`${name} is no member any more.`}
        />
      )}
    </div>
  );
}

function ChangeRole({ merchant, member: { userId, name, role }, setRole }: Omit<MemberActionsProps, "remove">) {
  const showToast = useToast();
  return (
    <Dialog title={`What may ${name} do?`} trigger={{ label: <WithName label="Role" rest={`of ${name}`} />, size: "small" }}>
      {(close) => (
        <ActionForm
          action={setRole}
          merchant={merchant}
          toInput={(data) => ({ userId, role: data.get("role") as Role })}
          onDone={() => {
            close();
            showToast(`The role of ${name} is changed.`);
          }}
          submitLabel="Save"
        >
          <RoleChoice current={role} />
        </ActionForm>
      )}
    </Dialog>
  );
}

/** What is seen beside a row says enough; what is heard has to say whose it is. */
const WithName = ({ label, rest }: { label: string; rest: string }) => (
  <>
    {label}
    <span className="sr-only"> {rest}</span>
  </>
);

/** One of the roles, with what each may do. */
export function RoleChoice({ current }: { current: Role }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-[0.9375rem]">Role</legend>
      {ROLES.map((role) => (
        <label
          key={role}
          className="flex cursor-pointer items-start gap-2.5 rounded-control border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input type="radio" name="role" value={role} defaultChecked={role === current} className="checkbox" />
          <span className="grid">
            <span className="font-medium">{ROLE_NAMES[role].name}</span>
            <span className="text-muted text-sm">{ROLE_NAMES[role].meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
