import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon, type IconName } from "../../../ui/icon.tsx";

interface MenuProps {
  label: ReactNode;
  icon?: IconName;
  look?: string;
  /** The edge it hangs from. */
  side?: "left" | "right";
  children: (close: () => void) => ReactNode;
}

/** A small panel below its button, closed by Escape and by whatever happens elsewhere. */
export function Menu({ label, icon, look = "button-secondary", side = "right", children }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setIsOpen(false);
  useEffect(() => {
    if (!isOpen) return;
    const closeUnlessInside = (event: Event) => !root.current?.contains(event.target as Node) && setIsOpen(false);
    // A click into the preview is not told to this page, only that a frame has the focus now.
    const closeForFrame = () => document.activeElement instanceof HTMLIFrameElement && setIsOpen(false);
    document.addEventListener("pointerdown", closeUnlessInside);
    document.addEventListener("focusin", closeUnlessInside);
    addEventListener("blur", closeForFrame);
    return () => {
      document.removeEventListener("pointerdown", closeUnlessInside);
      document.removeEventListener("focusin", closeUnlessInside);
      removeEventListener("blur", closeForFrame);
    };
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen || (event.target as Element).closest("dialog")) return;
    close();
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of what is inside.
    <div ref={root} className="relative" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={`button button-small ${look}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen((was) => !was)}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
      <div
        id={id}
        hidden={!isOpen}
        className={`absolute top-full z-40 mt-1.5 max-h-[70dvh] w-80 overflow-y-auto rounded-panel border border-line bg-raised p-2 shadow-raised max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:w-auto ${side === "left" ? "sm:left-0" : "sm:right-0"}`}
      >
        {children(close)}
      </div>
    </div>
  );
}
