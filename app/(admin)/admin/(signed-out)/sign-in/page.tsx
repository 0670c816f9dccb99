import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServices } from "#app/_server/services.ts";
import { ownPath } from "#app/_server/sign-in/own-path.ts";
import { SignInForm } from "#components/admin/sign-in/sign-in-form.island.tsx";
import { SignedOutFrame } from "#components/admin/sign-in/signed-out-frame.tsx";
import { Button } from "#components/admin/ui/button.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { VisitorEntry } from "#components/admin/visitor/visitor-entry.island.tsx";
import { findSession } from "#lib/accounts/find-session.ts";
import { listMemberships } from "#lib/accounts/list-memberships.ts";
import { signIn, signOut } from "../../_actions/sign-in.ts";

export const metadata: Metadata = { title: "Sign in" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: PageProps) {
  const { next: asked, after } = await searchParams;
  const next = ownPath(asked);
  const { runtime } = await getServices();
  const session = await findSession(runtime, await headers());
  if (session && (await listMemberships(runtime, session.user.id)).length > 0) redirect(next);
  if (session) return <NoShop email={session.user.email} />;
  return (
    <SignedOutFrame title="Sign in" description="To the console of your shop.">
      {after === "reset" && (
        <Notice tone="good" title="Your password is changed">
          You were signed out everywhere. Sign in with the new one.
        </Notice>
      )}
      {runtime.config.demo && <VisitorEntry />}
      <SignInForm signIn={signIn} next={next} />
    </SignedOutFrame>
  );
}

function NoShop({ email }: { email: string }) {
  return (
    <SignedOutFrame
      title="No shop is yours to open"
      description={`You are signed in as ${email}, and a member of no shop. Ask an owner for an invitation.`}
    >
      <form action={signOut}>
        <Button type="submit" icon="sign-out">
          Sign out
        </Button>
      </form>
    </SignedOutFrame>
  );
}
