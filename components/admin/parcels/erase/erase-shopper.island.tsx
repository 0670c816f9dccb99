"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../../ui/action-form.island.tsx";
import { TextInput } from "../../ui/inputs.tsx";
import { ErasureProgress, type ReadProgress } from "./erasure-progress.island.tsx";
import { type FoundShopper, WhatWouldGo } from "./what-would-go.tsx";

interface EraseShopperProps {
  merchant: string;
  lookUp: ConsoleAction<{ query: string }, FoundShopper>;
  erase: ConsoleAction<{ query: string }, { id: string }>;
  progress: ReadProgress;
}

/** Whom, what would go, and then how far it has come: one after the other. */
export function EraseShopper({ merchant, lookUp, erase, progress }: EraseShopperProps) {
  const [found, setFound] = useState<{ query: string; shopper: FoundShopper } | null>(null);
  const [erasing, setErasing] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const begin = (text: string) => {
    setQuery(text);
    setFound(null);
    setErasing(null);
  };
  if (erasing !== null) return <ErasureProgress id={erasing} merchant={merchant} progress={progress} onAgain={() => begin("")} />;
  return (
    <div className="grid gap-5">
      <ActionForm
        action={lookUp}
        merchant={merchant}
        toInput={(data) => ({ query: String(data.get("query") ?? "") })}
        onDone={(shopper, form) => setFound({ query: String(new FormData(form).get("query")), shopper })}
        submitLabel="Show what would go"
        submitLook={{ variant: found ? "secondary" : "primary", icon: "search" }}
      >
        <FormField
          name="query"
          label="E-mail address or order number"
          hint="The whole of it. By an address all of a shopper’s orders are found, by a number just that order."
        >
          {(control) => (
            <TextInput
              {...control}
              value={query}
              onChange={(event) => begin(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              className="max-w-md"
            />
          )}
        </FormField>
      </ActionForm>
      {found && (
        <WhatWouldGo
          shopper={found.shopper}
          merchant={merchant}
          query={found.query}
          erase={erase}
          onStarted={setErasing}
          onInstead={begin}
        />
      )}
    </div>
  );
}
