import { useMemo, useState } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import { type CheckedDraft, showableBrand } from "./check-draft.ts";
import type { Draft } from "./draft.ts";

/** The brand to draw: the draft's, and where that is half typed, what was drawn before. */
export function useShownBrand(draft: Draft, { brand, issues }: CheckedDraft, published: Brand): Brand {
  const [lastWhole, setLastWhole] = useState(published);
  if (brand !== null && brand !== lastWhole) setLastWhole(brand);
  return useMemo(() => brand ?? showableBrand(draft, issues, lastWhole), [draft, brand, issues, lastWhole]);
}
