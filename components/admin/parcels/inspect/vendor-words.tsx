import type { Reading, VendorWord } from "#lib/view/inspect-vendors.ts";
import { Code } from "../../ui/code.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StatusBadge, statusWords } from "../../ui/status-badge.tsx";

/** Their words, and what we read from them. */
export function VendorWords({ words, reading }: { words: readonly VendorWord[]; reading: Reading }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {words.length === 0 && <span className="text-muted">no words of its own</span>}
      {words.map(({ label, word }) => (
        <span key={label}>
          <span className="text-muted">{label} </span>
          <Code>{word}</Code>
        </span>
      ))}
      <Icon name="arrow" className="text-muted" />
      <span className="sr-only">read as</span>
      <StatusBadge status={reading.status} />
      {reading.detail !== statusWords(reading.status) && <span>{reading.detail}</span>}
    </div>
  );
}
