import type { Metadata } from "next";
import { getServices } from "#app/_server/services.ts";
import { ForgotForm } from "#components/admin/sign-in/forgot-form.island.tsx";
import { SignedOutFrame } from "#components/admin/sign-in/signed-out-frame.tsx";
import { Code } from "#components/admin/ui/code.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { askForReset } from "../../_actions/sign-in.ts";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPage() {
  const { runtime } = await getServices();
  const sendsMail = runtime.config.smtpUrl !== null;
  return (
    <SignedOutFrame
      title="Forgot your password?"
      description={sendsMail ? "Tell us your address, and we mail you a link to choose a new one." : undefined}
      footer={<a href="/admin/sign-in">Back to sign in</a>}
    >
      {sendsMail ? <ForgotForm ask={askForReset} /> : <AskTheOperator />}
    </SignedOutFrame>
  );
}

function AskTheOperator() {
  return (
    <Notice title="This installation sends no mail">
      <p>
        Whoever runs it can make a link for you: <Code>waymark user reset you@example.com</Code>
      </p>
    </Notice>
  );
}
