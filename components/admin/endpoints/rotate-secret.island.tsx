"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { DialogEnd } from "../ui/dialog-end.tsx";
import { Notice } from "../ui/notice.tsx";
import { SecretOnce } from "../ui/secret-once.island.tsx";
import { useAction } from "../ui/use-action.island.tsx";

interface Rotated {
  secret: string;
  oldUntil: MomentText | null;
}

interface RotateSecretProps {
  rotate: ConsoleAction<{ mode: Mode; id: string }, Rotated>;
  merchant: string;
  mode: Mode;
  id: string;
  /** Whether events carry both signatures for a while. */
  signsTwice: boolean;
}

/** Makes a new secret, and shows it once. */
export function RotateSecret(props: RotateSecretProps) {
  return (
    <Dialog title="Replace the secret" trigger={{ label: "Replace the secret", icon: "refresh" }}>
      {(close) => <Rotation {...props} close={close} />}
    </Dialog>
  );
}

function Rotation({ rotate, merchant, mode, id, signsTwice, close }: RotateSecretProps & { close: () => void }) {
  const { run, isBusy, problem } = useAction(rotate, merchant);
  const [rotated, setRotated] = useState<Rotated | null>(null);
  const replace = async () => {
    const answer = await run({ mode, id });
    if (answer.kind === "done") setRotated(answer.value);
  };
  if (rotated !== null) {
    return (
      <DialogEnd
        label="I have copied it"
        onSeen={() => {
          close();
          setRotated(null);
        }}
      >
        <SecretOnce label="The new secret" value={rotated.secret} />
        {signsTwice && rotated.oldUntil && (
          <p className="text-muted text-sm">{`The old one signs along; it ends ${rotated.oldUntil.text}.`}</p>
        )}
      </DialogEnd>
    );
  }
  return (
    <div className="grid gap-4">
      <p>
        {signsTwice
          ? "Events carry both signatures for a day, so that nothing is refused while you enter the new one."
          : "The new one counts at once. What your endpoint refuses until it knows it is sent again later."}
      </p>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button variant="primary" isBusy={isBusy} onClick={() => void replace()}>
          Replace it
        </Button>
      </div>
    </div>
  );
}
