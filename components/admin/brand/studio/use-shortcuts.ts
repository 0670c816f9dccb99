import { useEffect, useRef } from "react";

export interface ShortcutTargets {
  undo(): void;
  redo(): void;
  save(): void;
}

export const SHORTCUTS = [
  { keys: ["Ctrl", "Z"], does: "Undo" },
  { keys: ["Ctrl", "Shift", "Z"], does: "Redo" },
  { keys: ["Ctrl", "S"], does: "Save now" },
] as const;

function targetOf({ key, shiftKey }: KeyboardEvent): keyof ShortcutTargets | null {
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "s":
      return shiftKey ? null : "save";
    default:
      return null;
  }
}

/** The editor's keys, everywhere but in a dialog, whose fields are not the brand's. */
export function useShortcuts(targets: ShortcutTargets): void {
  const latest = useRef(targets);
  useEffect(() => {
    latest.current = targets;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("dialog")) return;
      const target = targetOf(event);
      if (target === null) return;
      event.preventDefault();
      latest.current[target]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
