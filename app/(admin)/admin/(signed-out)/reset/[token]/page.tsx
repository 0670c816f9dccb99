import type { Metadata } from "next";
import { getServices } from "#app/_server/services.ts";
import { ResetForm } from "#components/admin/sign-in/reset-form.island.tsx";
import { SignedOutFrame } from "#components/admin/sign-in/signed-out-frame.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { findResetUser } from "#lib/accounts/reset-password.ts";
import { chooseNewPassword } from "../../../_actions/sign-in.ts";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { runtime } = await getServices();
  const user = await findResetUser(runtime, token);
  if (!user) {
    return (
      <SignedOutFrame title="This link works no more" description="Links for a new password work once, for an hour.">
        <LinkButton href="/admin/forgot" variant="primary">
          Ask for another
        </LinkButton>
      </SignedOutFrame>
    );
  }
  return (
    <SignedOutFrame title="Choose a new password" description={`For ${user.email}. You will be signed out everywhere.`}>
      <ResetForm choose={chooseNewPassword} token={token} user={{ name: user.name, email: user.email }} />
    </SignedOutFrame>
  );
}
