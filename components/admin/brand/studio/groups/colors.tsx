import { useMemo } from "react";
import { adviseContrast, schemesOf } from "#lib/branding/contrast-advice.ts";
import { derivePalette } from "#lib/branding/derive-palette.ts";
import { Icon } from "../../../ui/icon.tsx";
import { MakeItLikeMySite } from "../../make-it-like-my-site.island.tsx";
import { useDesk } from "../desk.ts";
import { textAt } from "../draft.ts";
import { ColorField } from "../fields/color-field.tsx";
import { sixDigits } from "../fields/hex-text.ts";
import type { SuggestLook } from "../studio-actions.ts";
import { useLogoColors } from "../use-logo-colors.ts";

export function Colors({ suggestLook }: { suggestLook: SuggestLook }) {
  const { merchant, draft, shown, isReadOnly } = useDesk();
  const swatches = useLogoColors(merchant, textAt(draft, "logo.light.url"), suggestLook, isReadOnly);
  const { mode } = shown;
  const { brand, accent, background } = shown.colors;
  const { advice, paper } = useMemo(() => {
    const schemes = schemesOf(mode);
    return {
      advice: adviseContrast({ brand, accent, background }, schemes),
      paper: derivePalette({ brand, accent, background: null }, schemes[0]).palette.bg,
    };
  }, [mode, brand, accent, background]);
  return (
    <>
      <LikeMySite suggestLook={suggestLook} />
      <ColorField name="brand" instead={null} swatches={swatches} advice={advice.brand} />
      <ColorField
        name="accent"
        instead={{ color: sixDigits(brand) ?? brand, says: "as the brand colour" }}
        swatches={swatches}
        advice={advice.accent}
      />
      <ColorField name="background" instead={{ color: paper, says: "a hint of your brand" }} swatches={[]} advice={advice.background} />
    </>
  );
}

/** For whoever begins: colours found, rather than chosen. */
function LikeMySite({ suggestLook }: { suggestLook: SuggestLook }) {
  const { merchant, change, isReadOnly } = useDesk();
  if (isReadOnly) return null;
  return (
    <details className="group/like">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-control py-1 text-accent text-sm [&::-webkit-details-marker]:hidden">
        <Icon name="brush" />
        Take colours from my site or logo
        <Icon name="chevron" className="transition-transform group-open/like:rotate-90" />
      </summary>
      <div className="pt-2">
        <MakeItLikeMySite merchant={merchant} suggest={suggestLook} onApply={(patch) => change((now) => ({ ...now, ...patch }))} />
      </div>
    </details>
  );
}
