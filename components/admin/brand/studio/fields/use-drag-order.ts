import { type PointerEvent, type RefObject, useState } from "react";

interface Drag {
  from: number;
  to: number;
}

/** Dragging a row of a list to another place; nothing moves until it is let go. */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const handlersOf = (index: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag !== null) setDrag({ from: drag.from, to: placeAt(list.current, event.clientY) });
    },
    onPointerUp: () => {
      if (drag !== null && drag.to !== drag.from) onMove(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });

  /** The row in hand is faint; a line shows where it would go. */
  const lookOf = (index: number): string => {
    if (drag === null || drag.from === drag.to) return "";
    if (index === drag.from) return "opacity-50";
    if (index !== drag.to) return "";
    const edge = drag.to < drag.from ? "before:-top-1.5" : "before:-bottom-1.5";
    return `before:absolute before:inset-x-0 before:h-0.5 before:rounded-full before:bg-accent ${edge}`;
  };

  return { handlersOf, lookOf };
}

/** The row whose half the pointer has passed. */
function placeAt(list: HTMLElement | null, y: number): number {
  const rows = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect());
  const place = rows.findIndex(({ bottom }) => y < bottom);
  return place < 0 ? rows.length - 1 : place;
}
