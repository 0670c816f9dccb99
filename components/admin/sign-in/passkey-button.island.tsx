"use client";

import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { hasPasskeys, signInWithPasskey } from "./passkey-ceremonies.ts";

/** Signs in by finger, face or PIN; absent where the browser does not know how. */
export function PasskeyButton({ next }: { next: string }) {
  const [isOffered, setIsOffered] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  useEffect(() => setIsOffered(hasPasskeys()), []);
  if (!isOffered) return null;
  const signIn = async () => {
    setState("busy");
    const { kind } = await signInWithPasskey();
    if (kind === "done") window.location.assign(next);
    else setState(kind === "cancelled" ? "idle" : "failed");
  };
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <Button icon="key" isBusy={state === "busy"} onClick={() => void signIn()}>
        Sign in with a passkey
      </Button>
      {state === "failed" && (
        <Notice tone="bad" isLive>
          That passkey is not known here. Sign in with your password; you can add a passkey under your account.
        </Notice>
      )}
    </div>
  );
}
