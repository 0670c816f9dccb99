import type { ReactNode } from "react";

/** A sentence in which `words between backticks` are code. */
export function Prose({ text }: { text: string }): ReactNode {
  return text.split("`").map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
