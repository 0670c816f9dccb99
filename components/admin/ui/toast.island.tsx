"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { softTone, type Tone } from "./badge.tsx";
import { Icon } from "./icon.tsx";

interface Toast {
  id: number;
  tone: Tone;
  message: ReactNode;
}

type ShowToast = (message: ReactNode, tone?: Tone) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Tells in passing that something was done; read aloud, gone by itself. What must not be missed stands on the screen instead. */
export const useToast = (): ShowToast => useContext(ToastContext);

const SHOWN_MS = 7000;

export function ToastRegion({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (message, tone = "good") => {
      count.current += 1;
      const id = count.current;
      setToasts((now) => [...now.slice(-2), { id, tone, message }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  const region = useMemo(
    () => (
      <div
        role="status"
        className="pointer-events-none fixed inset-x-3 bottom-3 z-50 grid justify-items-center gap-2 sm:inset-x-auto sm:right-5 sm:bottom-5"
      >
        {toasts.map(({ id, tone, message }) => (
          <div
            key={id}
            className="pointer-events-auto flex max-w-md items-start gap-3 rounded-panel border border-line bg-raised py-3 pr-2 pl-4 shadow-raised"
          >
            <span className={`grid size-6 flex-none place-items-center rounded-full ${softTone(tone)}`}>
              <Icon name={tone === "bad" || tone === "warn" ? "alert" : "check"} />
            </span>
            <div className="min-w-0">{message}</div>
            <button type="button" onClick={() => dismiss(id)} className="button button-quiet button-small">
              <Icon name="cross" />
              <span className="sr-only">Dismiss</span>
            </button>
          </div>
        ))}
      </div>
    ),
    [toasts, dismiss],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}
