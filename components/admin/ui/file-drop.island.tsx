"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface FileDropProps {
  /** As in `<input accept>`; what is dropped is not held to it, the server looks for itself. */
  accept: string;
  label: ReactNode;
  hint?: ReactNode;
  icon?: IconName;
  isDisabled?: boolean;
  onFile: (file: File) => void;
}

/** Takes one file: dropped, chosen, or by keyboard. */
export function FileDrop({ accept, label, hint, icon = "upload", isDisabled = false, onFile }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isDisabled) onFile(file);
    if (input.current) input.current.value = "";
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      className={`grid justify-items-center gap-1 rounded-panel border border-dashed px-4 py-6 text-center focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2 ${isDisabled ? "cursor-not-allowed opacity-60" : "cursor-pointer"} ${isOver ? "border-accent bg-accent-soft" : "border-edge bg-canvas"}`}
    >
      <Icon name={icon} className="text-accent text-xl" />
      <span className="font-medium">{label}</span>
      {hint && <span className="text-muted text-sm">{hint}</span>}
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        disabled={isDisabled}
        className="sr-only"
        onChange={(event) => take(event.target.files)}
      />
    </label>
  );
}
