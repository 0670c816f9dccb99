"use client";

import { useState } from "react";
import { CreatedParcels, type CreatedParcelsProps } from "./created-parcels.tsx";
import { ParcelForm, type ParcelFormProps } from "./parcel-form.island.tsx";

/** Adds parcels by their numbers, and says what became of each. */
export function NewParcels(props: Omit<ParcelFormProps, "onCreated">) {
  const [created, setCreated] = useState<Omit<CreatedParcelsProps, "onMore"> | null>(null);
  return created ? <CreatedParcels {...created} onMore={() => setCreated(null)} /> : <ParcelForm {...props} onCreated={setCreated} />;
}
