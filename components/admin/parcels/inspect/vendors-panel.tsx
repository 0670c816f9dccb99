import type { InspectedVendors } from "#lib/view/inspect-vendors.ts";
import { Code } from "../../ui/code.tsx";
import { Notice } from "../../ui/notice.tsx";
import { VendorPanel } from "./vendor-panel.tsx";

export function VendorsPanel({ verdict, vendors, notes }: InspectedVendors) {
  return (
    <div className="grid gap-4">
      <Notice tone="neutral" title="Why it stands as it does">
        {verdict}
      </Notice>
      {notes.length > 0 && (
        <Notice tone="warn" title="Words that nobody knows yet">
          <p>They are shown as “no information yet”, never as good news.</p>
          <ul className="mt-1 grid gap-1">
            {notes.map(({ field, word }) => (
              <li key={`${field} ${word}`}>
                <Code>{word}</Code> as {field}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {vendors.map((vendor) => (
        <VendorPanel key={vendor.provider} vendor={vendor} />
      ))}
    </div>
  );
}
