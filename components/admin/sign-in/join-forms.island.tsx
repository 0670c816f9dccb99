"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { EmailInput, TextInput } from "../ui/inputs.tsx";
import { NewPasswordField } from "./new-password-field.island.tsx";

interface JoinFormProps {
  join: ConsoleAction<{ token: string; name: string; email: string; password: string }>;
  token: string;
  /** Whom the invitation was sent to; empty for a link handed over. */
  email: string;
  shopName: string;
}

/** For somebody who has no account yet. */
export function JoinForm({ join, token, email: givenEmail, shopName }: JoinFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState(givenEmail);
  return (
    <ActionForm
      action={join}
      merchant=""
      toInput={(data) => ({ token, name, email, password: String(data.get("password")) })}
      submitLabel="Create the account and join"
    >
      <FormField name="name" label="Your name">
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <FormField name="email" label="E-mail address" hint="You sign in with it.">
        {(control) => (
          <EmailInput {...control} autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
        )}
      </FormField>
      <NewPasswordField name="password" knownWords={[name, email, shopName]} />
    </ActionForm>
  );
}

/** For somebody who is signed in already. */
export function JoinSignedInForm({ join, token, user }: { join: ConsoleAction<{ token: string }>; token: string; user: { name: string } }) {
  return <ActionForm action={join} merchant="" toInput={() => ({ token })} submitLabel={`Join as ${user.name}`} />;
}
