"use client";

import { useEffect, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { NumberCheck } from "./number-check.ts";

export type Mode = "test" | "production";

export interface Parcel {
  trackingNumber: string;
  /** Null to have it told by the number. */
  carrier: string | null;
}

export type CheckNumbers = ConsoleAction<{ mode: Mode; parcels: Parcel[] }, NumberCheck[]>;

const PAUSE_MS = 200;

/** Has the numbers looked at a moment after each change; what is known of a number stays shown until something newer is. */
export function useChecks({ merchant, mode, check, parcels }: { merchant: string; mode: Mode; check: CheckNumbers; parcels: Parcel[] }) {
  const [checks, setChecks] = useState<ReadonlyMap<string, NumberCheck>>(new Map());
  const wanted = JSON.stringify(parcels);
  useEffect(() => {
    let isLatest = true;
    const asked = JSON.parse(wanted) as Parcel[];
    const timer = setTimeout(async () => {
      const answer = asked.length === 0 ? null : await check(merchant, { mode, parcels: asked }).catch(() => null);
      if (!isLatest || answer?.kind !== "done") return;
      setChecks(
        new Map(asked.flatMap(({ trackingNumber }, index) => (answer.value[index] ? [[trackingNumber, answer.value[index]]] : []))),
      );
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [wanted, merchant, mode, check]);
  return checks;
}
