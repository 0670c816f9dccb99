"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonLook } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  trigger: ButtonLook & { label: ReactNode; isDisabled?: boolean };
  isWide?: boolean;
  /** `close` gives the focus back to where it was. */
  children: (close: () => void) => ReactNode;
}

/** The browser's own modal dialog: focus is kept in it, Escape closes it. */
export function Dialog({ title, description, trigger, isWide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();
  const { label, isDisabled = false, ...look } = trigger;
  return (
    <>
      <Button {...look} disabled={isDisabled} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className={`m-auto max-h-[90dvh] w-[calc(100vw-1.5rem)] overflow-auto rounded-panel border border-line bg-raised text-left text-ink shadow-raised ${isWide ? "max-w-4xl" : "max-w-lg"}`}
      >
        <header className="flex items-start justify-between gap-4 px-5 pt-4">
          <div className="grid gap-1">
            <h2 id={id} className="text-lg">
              {title}
            </h2>
            {description && <p className="text-muted text-sm">{description}</p>}
          </div>
          <button type="button" onClick={close} className="button button-quiet button-small -mr-2">
            <Icon name="cross" />
            <span className="sr-only">Close</span>
          </button>
        </header>
        <div className="px-5 pt-3 pb-5">{children(close)}</div>
      </dialog>
    </>
  );
}
