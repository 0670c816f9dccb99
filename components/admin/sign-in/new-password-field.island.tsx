"use client";

import { useState } from "react";
import { FormField } from "../ui/action-form.island.tsx";
import { PasswordInput } from "./password-input.island.tsx";
import { type PasswordRating, usePasswordRating } from "./use-password-rating.island.ts";

interface NewPasswordFieldProps {
  name: string;
  label?: string;
  /** What somebody who knows the owner would try: names, address, shop. Read when the password changes. */
  knownWords: readonly string[];
}

const LABELS = ["Very easy to guess", "Easy to guess", "Not quite there", "Good", "Very good"] as const;
const LEAST_GOOD = 3;

/** A password that is being chosen, and how good it is so far. */
export function NewPasswordField({ name, label = "Password", knownWords }: NewPasswordFieldProps) {
  const [password, setPassword] = useState("");
  const rating = usePasswordRating(password, knownWords);
  return (
    <div className="grid gap-2">
      <FormField name={name} label={label} hint="At least 10 characters; a few unrelated words are easy to remember and hard to guess.">
        {(control) => (
          <PasswordInput {...control} autoComplete="new-password" required onChange={(event) => setPassword(event.target.value)} />
        )}
      </FormField>
      <Strength rating={rating} />
    </div>
  );
}

function Strength({ rating }: { rating: PasswordRating | null }) {
  const isGood = rating !== null && rating.score >= LEAST_GOOD;
  const advice = rating === null || isGood ? "" : (rating.advice[0] ?? "");
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1.5 rounded-full ${rating !== null && rating.score >= step ? (isGood ? "bg-good" : "bg-warn") : "bg-line"}`}
          />
        ))}
      </div>
      <p role="status" className="min-h-5 text-muted text-sm">
        {rating !== null && (
          <>
            <span className={isGood ? "font-medium text-good" : "font-medium text-warn"}>{LABELS[rating.score]}.</span> {advice}
          </>
        )}
      </p>
    </div>
  );
}
