"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../ui/icon.tsx";

/** The menu of narrow screens: a dialog that closes when it has brought one somewhere. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere is what closes it.
  useEffect(() => dialog.current?.close(), [path]);
  return (
    <>
      <button type="button" className="button button-quiet button-small" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        <Icon name="menu" className="text-xl" />
        Menu
      </button>
      <dialog
        ref={dialog}
        aria-label="Menu"
        className="mr-0 ml-auto h-dvh max-h-none w-72 max-w-[85vw] flex-col gap-4 overflow-y-auto border-line border-l bg-raised px-3 py-4 text-ink open:flex"
      >
        <button type="button" className="button button-quiet button-small self-end" onClick={() => dialog.current?.close()}>
          <Icon name="cross" />
          Close
        </button>
        {children}
      </dialog>
    </>
  );
}
