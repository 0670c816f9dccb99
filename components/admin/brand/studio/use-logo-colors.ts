import { useEffect, useState } from "react";
import type { SuggestLook } from "./studio-actions.ts";

const NONE: readonly string[] = [];

/** The colours of an uploaded logo, the strongest first; none for a logo that is not ours to look into. */
export function useLogoColors(merchant: string, logoUrl: string, suggestLook: SuggestLook, isReadOnly: boolean): readonly string[] {
  const [found, setFound] = useState({ logoUrl: "", colors: NONE });
  useEffect(() => {
    if (isReadOnly || !logoUrl.startsWith("/uploads/")) return;
    let isWanted = true;
    suggestLook(merchant, { color: null, imageUrl: logoUrl }).then(
      (answer) => {
        if (!isWanted || answer?.kind !== "done") return;
        const colors = answer.value.flatMap(({ fromLogo }) => fromLogo);
        setFound({ logoUrl, colors: [...new Set(colors)] });
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [merchant, logoUrl, suggestLook, isReadOnly]);
  return found.logoUrl === logoUrl ? found.colors : NONE;
}
