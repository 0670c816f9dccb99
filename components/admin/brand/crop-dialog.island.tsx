"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import type { Crop } from "#lib/branding/image-purpose.ts";
import { Button } from "../ui/button.tsx";
import { CORNERS, type Handle, isWhole, moveCrop, resizeCrop, SIDES, type Step, wholeCrop } from "./crop-box.ts";
import type { OpenPicture } from "./image-field-picture.ts";

interface CropDialogProps {
  picture: OpenPicture;
  /** Width by height; null for any. */
  aspect: number | null;
  /** The colour of what it is going to stand on. */
  background: string;
  /** Null for the whole picture. */
  onUse: (crop: Crop | null) => void;
  onCancel: () => void;
}

/** Chooses the part of a picture that is shown, by pointer or by keyboard. */
export function CropDialog({ picture, aspect, background, onUse, onCancel }: CropDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [crop, setCrop] = useState(() => wholeCrop(picture, aspect));
  useEffect(() => dialog.current?.showModal(), []);
  const close = (answer: "use" | "cancel") => dialog.current?.close(answer);
  const settle = () => (dialog.current?.returnValue === "use" ? onUse(isWhole(crop, picture) ? null : crop) : onCancel());
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={settle}
      className="m-auto max-h-[94dvh] w-[calc(100vw-1.5rem)] max-w-2xl overflow-auto rounded-panel border border-line bg-raised text-ink shadow-raised"
    >
      <div className="grid gap-4 p-4 sm:p-5">
        <div className="grid gap-1">
          <h2 id={id} className="text-lg">
            Choose what is shown
          </h2>
          <p className="text-muted text-sm">
            Drag the frame or its corners; or go there with Tab, and use the arrow keys, with Shift in larger steps.
          </p>
        </div>
        <CropFrame picture={picture} aspect={aspect} background={background} crop={crop} onChange={setCrop} />
        <div className="flex flex-wrap items-center justify-end gap-2">
          <p role="status" className="mr-auto w-full text-muted text-sm tabular-nums sm:w-auto">
            {crop.width} × {crop.height} pixels
          </p>
          <Button variant="quiet" onClick={() => setCrop(wholeCrop(picture, aspect))}>
            Reset
          </Button>
          <Button onClick={() => close("cancel")}>Cancel</Button>
          <Button variant="primary" onClick={() => close("use")}>
            Upload
          </Button>
        </div>
      </div>
    </dialog>
  );
}

type Grip = Handle | "move";

const NAMES: Readonly<Record<Grip, string>> = {
  move: "Frame",
  nw: "Top left corner",
  n: "Top side",
  ne: "Top right corner",
  e: "Right side",
  se: "Bottom right corner",
  s: "Bottom side",
  sw: "Bottom left corner",
  w: "Left side",
};

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where each handle sits on the frame, and how the pointer shows what it does. */
const PLACES: Readonly<Record<Handle, string>> = {
  nw: "top-0 left-0 cursor-nwse-resize",
  n: "top-0 left-1/2 cursor-ns-resize",
  ne: "top-0 left-full cursor-nesw-resize",
  e: "top-1/2 left-full cursor-ew-resize",
  se: "top-full left-full cursor-nwse-resize",
  s: "top-full left-1/2 cursor-ns-resize",
  sw: "top-full left-0 cursor-nesw-resize",
  w: "top-1/2 left-0 cursor-ew-resize",
};

interface CropFrameProps extends Pick<CropDialogProps, "picture" | "aspect" | "background"> {
  crop: Crop;
  onChange: (crop: Crop) => void;
}

function CropFrame({ picture, aspect, background, crop, onChange }: CropFrameProps) {
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ grip: Grip; from: Crop; x: number; y: number } | null>(null);

  const change = (grip: Grip, from: Crop, step: Step) =>
    onChange(grip === "move" ? moveCrop(from, step, picture) : resizeCrop(from, grip, step, picture, aspect));
  const begin = (grip: Grip) => (event: PointerEvent) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { grip, from: crop, x: event.clientX, y: event.clientY };
  };
  const follow = (event: PointerEvent) => {
    const width = stage.current?.clientWidth;
    if (!drag.current || !width) return;
    const { grip, from, x, y } = drag.current;
    const scale = picture.width / width;
    change(grip, from, { x: (event.clientX - x) * scale, y: (event.clientY - y) * scale });
  };
  const release = () => {
    drag.current = null;
  };
  const nudge = (grip: Grip) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    const pace = Math.max(1, Math.round(Math.max(picture.width, picture.height) * (event.shiftKey ? 0.1 : 0.01)));
    change(grip, crop, { x: arrow.x * pace, y: arrow.y * pace });
  };
  const grip = (name: Grip) => ({
    "aria-label": NAMES[name],
    onPointerDown: begin(name),
    onPointerMove: follow,
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: nudge(name),
  });
  const place = {
    left: `${(crop.x / picture.width) * 100}%`,
    top: `${(crop.y / picture.height) * 100}%`,
    width: `${(crop.width / picture.width) * 100}%`,
    height: `${(crop.height / picture.height) * 100}%`,
  };
  const handles: readonly Handle[] = aspect === null ? [...CORNERS, ...SIDES] : CORNERS;
  return (
    <div className="grid place-items-center rounded-panel bg-sunken p-5">
      <div
        ref={stage}
        className="relative max-h-[52dvh] w-full touch-none select-none"
        style={{ aspectRatio: `${picture.width} / ${picture.height}`, maxWidth: `${(52 * picture.width) / picture.height}dvh` }}
      >
        {/* biome-ignore lint/performance/noImgElement: a file of the merchant's own, not uploaded yet */}
        <img src={picture.url} alt="What you chose" draggable={false} className="size-full" style={{ backgroundColor: background }} />
        <div className="pointer-events-none absolute inset-0 overflow-hidden">
          <div className="absolute shadow-[0_0_0_9999px_var(--veil)] outline-2 outline-accent" style={place} />
        </div>
        <div className="absolute" style={place}>
          <button type="button" {...grip("move")} className="absolute inset-0 cursor-move touch-none" />
          {handles.map((handle) => (
            <button
              key={handle}
              type="button"
              {...grip(handle)}
              className={`absolute grid size-7 -translate-x-1/2 -translate-y-1/2 touch-none place-items-center rounded-full ${PLACES[handle]}`}
            >
              <span className="size-3 rounded-full border-2 border-accent bg-raised shadow-raised" />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
