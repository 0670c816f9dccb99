import type { Metadata } from "next";
import { headers } from "next/headers";
import { getServices } from "#app/_server/services.ts";
import { JoinForm, JoinSignedInForm } from "#components/admin/sign-in/join-forms.island.tsx";
import { SignedOutFrame } from "#components/admin/sign-in/signed-out-frame.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { type FoundInvitation, findInvitation } from "#lib/accounts/find-invitation.ts";
import { findSession } from "#lib/accounts/find-session.ts";
import type { Role } from "#lib/shared/role.ts";
import { joinAsNewUser, joinSignedIn } from "../../../_actions/sign-in.ts";

export const metadata: Metadata = { title: "Join" };

type OpenInvitation = Extract<FoundInvitation, { kind: "open" }>;

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { runtime } = await getServices();
  const invitation = await findInvitation(runtime, token);
  if (invitation.kind !== "open") return <Closed state={invitation.kind} />;
  const session = await findSession(runtime, await headers());
  const { merchant } = invitation;
  return (
    <SignedOutFrame
      title={invitation.email === null ? `Set up ${merchant.name}` : `Join ${merchant.name}`}
      description={describe(invitation)}
      footer={session === null && <SignInFirst token={token} />}
    >
      {session ? (
        <JoinSignedInForm join={joinSignedIn} token={token} user={{ name: session.user.name }} />
      ) : (
        <JoinForm join={joinAsNewUser} token={token} email={invitation.email ?? ""} shopName={merchant.name} />
      )}
    </SignedOutFrame>
  );
}

function SignInFirst({ token }: { token: string }) {
  return (
    <>
      Have an account already? <a href={`/admin/sign-in?next=/admin/join/${encodeURIComponent(token)}`}>Sign in</a> and join with it.
    </>
  );
}

const MEANINGS: Readonly<Record<Role, string>> = {
  owner: "an owner, who may do everything",
  editor: "an editor, who shapes the tracking page and looks after parcels",
  viewer: "a viewer, who sees everything and changes nothing",
};

function describe({ invitedBy, role }: OpenInvitation): string {
  return invitedBy === null ? `You will be ${MEANINGS[role]}.` : `${invitedBy} invited you to be ${MEANINGS[role]}.`;
}

const CLOSED: Readonly<Record<Exclude<FoundInvitation["kind"], "open">, string>> = {
  accepted: "Somebody has joined with it already. If that was you, sign in.",
  revoked: "It was taken back. Ask whoever sent it for another one.",
  expired: "It was good for a week. Ask whoever sent it for another one.",
  unknown: "Look whether the address was copied in full.",
};

function Closed({ state }: { state: keyof typeof CLOSED }) {
  return (
    <SignedOutFrame title="This invitation is not open" description={CLOSED[state]}>
      <LinkButton href="/admin/sign-in" variant="primary">
        Sign in
      </LinkButton>
    </SignedOutFrame>
  );
}
