"use client";

import { Code } from "./code.tsx";
import { CopyButton } from "./copy-button.island.tsx";
import { Notice } from "./notice.tsx";

/** A secret that is shown now and never again. */
export function SecretOnce({ label, value }: { label: string; value: string }) {
  return (
    <Notice tone="warn" title={`${label}: copy it now, it is shown only once.`} actions={<CopyButton text={value} />} isLive>
      <Code>{value}</Code>
    </Notice>
  );
}
