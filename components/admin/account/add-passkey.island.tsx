"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { addPasskey, type CeremonyOutcome, hasPasskeys } from "../sign-in/passkey-ceremonies.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useToast } from "../ui/toast.island.tsx";

const PROBLEMS: Readonly<Partial<Record<CeremonyOutcome["kind"], string>>> = {
  stale: "You signed in more than a day ago. Sign out and in again, then add the passkey.",
  failed: "The passkey was not added. Perhaps this device has one for you already.",
};

export function AddPasskey({ device }: { device: string }) {
  const router = useRouter();
  const showToast = useToast();
  const [isAble, setIsAble] = useState<boolean | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setIsAble(hasPasskeys()), []);

  const add = async () => {
    setIsBusy(true);
    setProblem(null);
    const { kind } = await addPasskey(device);
    setIsBusy(false);
    setProblem(PROBLEMS[kind] ?? null);
    if (kind !== "done") return;
    showToast("The passkey is added.");
    router.refresh();
  };
  if (isAble === false) return <p className="text-muted">This browser knows no passkeys, or the page was not opened over HTTPS.</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <Button icon="plus" isBusy={isBusy} onClick={() => void add()}>
        Add a passkey
      </Button>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
    </div>
  );
}
