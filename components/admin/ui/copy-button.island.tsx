"use client";

import { useState } from "react";
import { Button, type ButtonLook } from "./button.tsx";

const SAID_MS = 2000;

/** Copies `text`, and says so for a moment. */
export function CopyButton({ text, label = "Copy", ...look }: ButtonLook & { text: string; label?: string }) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setState(isCopied ? "copied" : "failed");
    setTimeout(() => setState("idle"), SAID_MS);
  };
  return (
    <Button size="small" {...look} icon={state === "copied" ? "check" : "copy"} onClick={() => void copy()}>
      {label}
      <span role="status" className={state === "idle" ? "sr-only" : "text-sm"}>
        {{ idle: "", copied: "Copied", failed: "Could not copy; select the text instead" }[state]}
      </span>
    </Button>
  );
}
