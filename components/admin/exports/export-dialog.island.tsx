"use client";

import { useState } from "react";
import { Button, LinkButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { Checkbox } from "../ui/inputs.tsx";

interface ExportDialogProps {
  merchant: string;
  /** What the list is narrowed down to, as in its address. */
  query: string;
  columns: readonly { name: string; description: string }[];
  /** Whether private links may be asked for. */
  canLink: boolean;
}

/** Says what the file of a list holds before it is downloaded. */
export function ExportDialog({ merchant, query, columns, canLink }: ExportDialogProps) {
  const [withLinks, setWithLinks] = useState(false);
  const address = new URLSearchParams(query);
  address.set("merchant", merchant);
  if (withLinks) address.set("links", "private");
  return (
    <Dialog
      title="Export parcels"
      description="One row for each parcel of the list, as a CSV file in UTF-8."
      trigger={{ label: "Export", icon: "download" }}
    >
      {(close) => (
        <div className="grid gap-4">
          <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
            {columns.map(({ name, description }) => (
              <div key={name} className="contents">
                <dt className="font-medium">{name}</dt>
                <dd className="text-muted">{description}</dd>
              </div>
            ))}
          </dl>
          {canLink && (
            <Checkbox
              label="Include private links"
              hint="Whoever has such a link sees the order. Keep the file as you keep your customers’ data."
              checked={withLinks}
              onChange={(event) => setWithLinks(event.target.checked)}
            />
          )}
          <p className="text-muted text-sm">
            Spreadsheets round long numbers when they open such a file: import it there, with the first column as text.
          </p>
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/admin/exports/parcels?${address}`} variant="primary" icon="download" isPlain download>
              Download
            </LinkButton>
            <Button variant="quiet" onClick={close}>
              Close
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
