"use client";

import { useEffect, useState } from "react";

export interface PasswordRating {
  score: 0 | 1 | 2 | 3 | 4;
  advice: string[];
}

const PAUSE_MS = 250;

/** What the server thinks of a password once the typing pauses; null while it has not said. It says so again when the form is sent. */
export function usePasswordRating(password: string, knownWords: readonly string[]): PasswordRating | null {
  const [rating, setRating] = useState<PasswordRating | null>(null);
  const words = knownWords.join("\n");
  useEffect(() => {
    if (password === "") return setRating(null);
    const leaving = new AbortController();
    const timer = setTimeout(
      () => void rate(password, words.split("\n"), leaving.signal).then((answer) => answer && setRating(answer)),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [password, words]);
  return rating;
}

async function rate(password: string, knownWords: string[], signal: AbortSignal): Promise<PasswordRating | null> {
  try {
    const response = await fetch("/admin/auth/password-rating", { method: "POST", body: JSON.stringify({ password, knownWords }), signal });
    return response.ok ? ((await response.json()) as PasswordRating) : null;
  } catch {
    return null;
  }
}
