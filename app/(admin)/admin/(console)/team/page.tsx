import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { InvitationsPanel } from "#components/admin/team/invitations-panel.tsx";
import { InvitePanel } from "#components/admin/team/invite-panel.island.tsx";
import { MemberActions } from "#components/admin/team/member-actions.island.tsx";
import { type MemberRow, MembersPanel } from "#components/admin/team/members-panel.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { listInvitations } from "#lib/accounts/invitations.ts";
import { listMembers } from "#lib/accounts/list-members.ts";
import { momentText } from "#lib/view/console-time.ts";
import { invite, leave, remove, revokeInvitation, setRole } from "../../_actions/team.ts";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  const { runtime, call } = await openConsole();
  const merchantId = call.merchant.id;
  const now = runtime.clock.now();
  const [members, invitations] = await Promise.all([listMembers(runtime, { merchantId }), listInvitations(runtime, { merchantId })]);
  const rows = members.map(({ joinedAt, ...member }) => ({
    ...member,
    joined: momentText(joinedAt, now),
    isYou: member.userId === call.user.id,
  }));
  const isOwner = call.role === "owner";
  const merchant = call.merchant.slug;

  return (
    <>
      <PageHeader
        title="Team"
        description={isOwner ? "Who may open this console, and what they may do." : "Who may open this console. Owners can change it."}
        actions={<Leave merchant={merchant} />}
      />
      <div className="grid gap-5">
        <MembersPanel
          members={rows}
          {...(isOwner && {
            actionsFor: (member: MemberRow) => <MemberActions merchant={merchant} member={member} setRole={setRole} remove={remove} />,
          })}
        />
        {invitations.length > 0 && (
          <InvitationsPanel
            invitations={invitations.map(({ expiresAt, ...invitation }) => ({ ...invitation, ends: momentText(expiresAt, now) }))}
            {...(isOwner && { actionsFor: ({ id, email }) => <Revoke merchant={merchant} id={id} email={email} /> })}
          />
        )}
        {isOwner && <InvitePanel merchant={merchant} invite={invite} />}
      </div>
    </>
  );
}

function Leave({ merchant }: { merchant: string }) {
  return (
    <ConfirmAction
      action={leave}
      merchant={merchant}
      input={{}}
      trigger={{ label: "Leave", icon: "sign-out" }}
      title="Leave this shop?"
      body="Your access ends at once; to come back you need an invitation. The last owner cannot leave."
      confirmLabel="Leave"
    />
  );
}

function Revoke({ merchant, id, email }: { merchant: string; id: string; email: string | null }) {
  return (
    <ConfirmAction
      action={revokeInvitation}
      merchant={merchant}
      input={{ id }}
      trigger={{ label: "Take back", size: "small", variant: "danger" }}
      title="Take the invitation back?"
      body={email === null ? "The set-up link opens nothing any more." : `The link sent to ${email} opens nothing any more.`}
      confirmLabel="Take back"
      doneMessage="The invitation is taken back."
    />
  );
}
