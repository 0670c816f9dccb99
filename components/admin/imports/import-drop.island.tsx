"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileDrop } from "../ui/file-drop.island.tsx";
import { Notice } from "../ui/notice.tsx";
import { uploadTable } from "./import-upload.ts";

const MOST_BYTES = 20 * 1024 * 1024;

/** Takes a file of parcels, and goes on to the screen that says what its columns are. */
export function ImportDrop({ merchant, mode }: { merchant: string; mode: string }) {
  const router = useRouter();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File) => {
    setProblem(null);
    if (file.size > MOST_BYTES) return setProblem("This file is larger than 20 MB. Split it, and import one part after the other.");
    setSent(0);
    const outcome = await uploadTable({ merchant, mode, file, onProgress: setSent });
    if (outcome.kind === "uploaded") return router.push(`/admin/imports/${outcome.id}`);
    setSent(null);
    setProblem(outcome.message);
  };
  return (
    <div className="grid gap-3">
      <FileDrop
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        label={sent === null ? "Drop a CSV file here, or choose one" : describe(sent)}
        hint="Up to 100,000 parcels and 20 MB. What its columns are, you say on the next screen; nothing is taken in before."
        isDisabled={sent !== null}
        onFile={(file) => void take(file)}
      />
      <p role="status" className="sr-only">
        {sent === null ? "" : sent < 1 ? "Sending the file" : "Reading the file"}
      </p>
      {problem && (
        <Notice tone="bad" title="The file was not taken" isLive>
          {problem}
        </Notice>
      )}
    </div>
  );
}

const describe = (sent: number) => (sent < 1 ? `Sending… ${Math.floor(sent * 100)} %` : "Reading the file…");
