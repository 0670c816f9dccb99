"use client";

import { useRouter } from "next/navigation";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ConfirmAction } from "../../ui/confirm-action.island.tsx";

interface DeleteParcelProps {
  remove: ConsoleAction<{ mode: "test" | "production"; id: string }>;
  merchant: string;
  mode: "test" | "production";
  id: string;
  number: string;
  listHref: string;
}

export function DeleteParcel({ remove, merchant, mode, id, number, listHref }: DeleteParcelProps) {
  const router = useRouter();
  return (
    <ConfirmAction
      action={remove}
      merchant={merchant}
      input={{ mode, id }}
      trigger={{ label: "Delete", variant: "danger", size: "small", icon: "trash" }}
      title={`Delete ${number}?`}
      body={
        <div className="grid gap-2">
          <p>Its scans, events, deliveries and what was received about it alone go for good. Its page says that nobody knows the number.</p>
          <p>News that comes later is dropped. The order stays, without this parcel.</p>
        </div>
      }
      confirmLabel="Delete the parcel"
      doneMessage="The parcel is gone."
      onDone={() => router.replace(listHref)}
    />
  );
}
