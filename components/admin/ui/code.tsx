import type { ReactNode } from "react";

/** Something to be copied or compared letter by letter. */
export function Code({ children }: { children: ReactNode }) {
  return <code className="rounded-[0.3rem] bg-sunken px-1.5 py-0.5 font-mono text-[0.875em] [overflow-wrap:anywhere]">{children}</code>;
}
