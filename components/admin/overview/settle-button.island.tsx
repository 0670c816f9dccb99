"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { problemOf, useAction } from "../ui/use-action.island.tsx";

export type SettleParcel = ConsoleAction<{ mode: "test" | "production"; id: string; isSettled: boolean }>;

interface SettleButtonProps {
  settle: SettleParcel;
  merchant: string;
  mode: "test" | "production";
  id: string;
  /** Which parcel, for who cannot see the row. */
  about: string;
}

/** Takes a parcel off the list until there is news of it; the toast can bring it back. */
export function SettleButton({ settle, merchant, mode, id, about }: SettleButtonProps) {
  const { run, isBusy } = useAction(settle, merchant);
  const showToast = useToast();
  const put = async (isSettled: boolean) => {
    const answer = await run({ mode, id, isSettled });
    if (answer.kind !== "done") showToast(problemOf(answer) ?? "That did not work.", "bad");
    else if (isSettled) showToast(<Settled undo={() => void put(false)} />);
    else showToast("It is back on the list.");
  };
  return (
    <Button size="small" icon="check" className="whitespace-nowrap" isBusy={isBusy} onClick={() => void put(true)}>
      Done
      <span className="sr-only">{` for ${about}`}</span>
    </Button>
  );
}

function Settled({ undo }: { undo: () => void }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      Off the list until there is news.
      <Button size="small" variant="quiet" icon="undo" onClick={undo}>
        Undo
      </Button>
    </span>
  );
}
