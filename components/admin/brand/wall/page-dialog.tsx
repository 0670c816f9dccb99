import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "../../ui/icon.tsx";
import { type DEVICES, fitDevice } from "../studio/preview/preview-look.ts";
import { useRoom } from "../studio/preview/use-room.ts";

interface PageDialogProps {
  /** The page's address; null while nothing is looked at. */
  href: string | null;
  title: string;
  device: keyof typeof DEVICES;
  actions?: ReactNode;
  onClose: () => void;
  /** Called with the arrow keys' directions. */
  onMove?: (right: number, down: number) => void;
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One page from near, as large as the window has room for. */
export function PageDialog({ href, title, device, actions, onClose, onMove }: PageDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isOpen = href !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const move = (event: KeyboardEvent) => {
    const [right, down] = ARROWS[event.key] ?? [];
    if (right === undefined || down === undefined || !onMove) return;
    event.preventDefault();
    onMove(right, down);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={move}
      className="m-auto h-[calc(100dvh-1.5rem)] max-h-none w-[calc(100vw-1.5rem)] max-w-none flex-col gap-3 rounded-panel border border-line bg-canvas p-3 text-ink shadow-raised open:flex sm:p-4"
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={id} className="min-w-0 flex-1 text-lg" aria-live="polite">
          {title}
        </h2>
        {actions && <div className="flex gap-1 max-sm:order-last max-sm:basis-full max-sm:justify-center">{actions}</div>}
        <button type="button" onClick={() => dialog.current?.close()} className="button button-quiet button-small">
          <Icon name="cross" />
          <span className="sr-only">Close</span>
        </button>
      </header>
      {href !== null && <Page key={href} href={href} title={title} device={device} />}
    </dialog>
  );
}

function Page({ href, title, device }: { href: string; title: string; device: keyof typeof DEVICES }) {
  const stage = useRef<HTMLDivElement>(null);
  const { scale, width, height } = fitDevice(device, useRoom(stage));
  return (
    <div ref={stage} className="relative min-h-0 flex-1 overflow-hidden">
      <div
        className="absolute inset-x-0 top-0 mx-auto overflow-hidden rounded-panel border border-line bg-raised"
        style={{ width: Math.ceil(width * scale), height: Math.ceil(height * scale) }}
      >
        <iframe
          src={href}
          title={title}
          className="border-0"
          style={{ width, height, transform: `scale(${scale})`, transformOrigin: "0 0" }}
        />
      </div>
    </div>
  );
}
