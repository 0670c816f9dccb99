import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { useDragOrder } from "./use-drag-order.ts";

interface SortableRowsProps {
  label: string;
  count: number;
  nameOf: (index: number) => string;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
  isFixed: boolean;
  children: (index: number) => ReactNode;
}

/** Rows that are dragged by their handle, or moved by its arrow keys and the buttons above and below it. */
export function SortableRows({ label, count, nameOf, onMove, onRemove, isFixed, children }: SortableRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<number | null>(null);
  const drag = useDragOrder(list, onMove);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= count) return;
    focusNext.current = to;
    onMove(from, to);
  };
  const remove = (index: number) => {
    focusNext.current = Math.min(index, count - 2);
    onRemove(index);
  };
  useEffect(() => {
    if (focusNext.current === null) return;
    list.current?.children[focusNext.current]?.querySelector<HTMLElement>("[data-handle]")?.focus();
    focusNext.current = null;
  });
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(index, to);
  };
  return (
    <ol ref={list} aria-label={label} className="grid gap-2">
      {Array.from({ length: count }, (_, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what stands in it comes from the draft.
          key={index}
          className={`relative grid grid-cols-[auto_1fr_auto] gap-x-1.5 rounded-control bg-sunken p-1.5 ${drag.lookOf(index)}`}
        >
          <div className="grid content-between justify-items-center">
            <RowButton
              icon="chevron"
              turn="-rotate-90"
              label={`Move ${nameOf(index)} up`}
              isOff={isFixed || index === 0}
              onClick={() => move(index, index - 1)}
            />
            <button
              type="button"
              data-handle
              disabled={isFixed}
              aria-label={`Drag ${nameOf(index)}, or press the arrow keys`}
              className="grid size-6 cursor-grab touch-none place-items-center rounded-control text-muted hover:text-ink active:cursor-grabbing disabled:cursor-not-allowed"
              onKeyDown={onKeyDown(index)}
              {...drag.handlersOf(index)}
            >
              <Icon name="handle" />
            </button>
            <RowButton
              icon="chevron"
              turn="rotate-90"
              label={`Move ${nameOf(index)} down`}
              isOff={isFixed || index === count - 1}
              onClick={() => move(index, index + 1)}
            />
          </div>
          <div className="grid min-w-0 gap-1.5 [&_label]:contents">{children(index)}</div>
          <RowButton icon="trash" label={`Remove ${nameOf(index)}`} isOff={isFixed} onClick={() => remove(index)} />
        </li>
      ))}
    </ol>
  );
}

interface RowButtonProps {
  icon: IconName;
  turn?: string;
  label: string;
  isOff: boolean;
  onClick: () => void;
}

function RowButton({ icon, turn = "", label, isOff, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
      className="grid size-6 cursor-pointer place-items-center rounded-control text-muted hover:bg-raised hover:text-ink disabled:cursor-not-allowed disabled:opacity-35"
    >
      <Icon name={icon} className={turn} />
    </button>
  );
}
