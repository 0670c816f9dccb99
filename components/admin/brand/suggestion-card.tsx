import type { LookSwatches } from "#lib/branding/look-swatches.ts";
import type { Suggestion } from "#lib/branding/suggest-look.ts";
import { Button } from "../ui/button.tsx";

export type SuggestedLook = Suggestion & Record<"light" | "dark", LookSwatches>;

interface SuggestionCardProps {
  look: SuggestedLook;
  logoUrl: string | null;
  isApplied: boolean;
  onApply: () => void;
}

/** One look to choose: the page it would make, in light and in dark, and why. */
export function SuggestionCard({ look, logoUrl, isApplied, onApply }: SuggestionCardProps) {
  const contrast = Math.min(look.light.contrast, look.dark.contrast);
  return (
    <li className={`grid overflow-hidden rounded-panel border bg-raised ${isApplied ? "border-accent" : "border-line"}`}>
      <div aria-hidden="true" className="grid grid-cols-2">
        <LittlePage look={look.light} logoUrl={logoUrl} />
        <LittlePage look={look.dark} logoUrl={null} />
      </div>
      <div className="grid content-between gap-3 border-line border-t p-3">
        <p className="text-sm">{look.reason}</p>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-muted text-sm">Text at least {(Math.floor(contrast * 10) / 10).toFixed(1)} : 1</span>
          <Button size="small" variant={isApplied ? "quiet" : "secondary"} icon={isApplied ? "check" : undefined} onClick={onApply}>
            {isApplied ? "In use" : "Use this"}
            <span className="sr-only">: {look.reason}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}

/** The tracking page at the size of a stamp, in colours that are data. */
function LittlePage({ look: { palette }, logoUrl }: { look: LookSwatches; logoUrl: string | null }) {
  const bar = (color: string, width: string) => <span className="block h-1 rounded-full" style={{ backgroundColor: color, width }} />;
  return (
    <div className="grid content-start gap-2 p-2.5" style={{ backgroundColor: palette.bg }}>
      <div
        className="flex h-5 items-center rounded-[3px] px-1.5"
        style={{ backgroundColor: palette.card, boxShadow: `0 1px 0 ${palette.line}` }}
      >
        {/* biome-ignore lint/performance/noImgElement: served as it is, as on the page */}
        {logoUrl ? <img src={logoUrl} alt="" className="h-2.5 w-auto max-w-full object-contain" /> : bar(palette.ink, "40%")}
      </div>
      <div className="grid gap-2 rounded-[4px] p-2" style={{ backgroundColor: palette.card, border: `1px solid ${palette.line}` }}>
        <span className="block h-2 rounded-full" style={{ backgroundColor: palette.ink, width: "72%" }} />
        {bar(palette.muted, "52%")}
        <span className="block h-1.5 rounded-full" style={{ backgroundColor: palette["brand-soft"] }}>
          <span className="block h-full w-2/3 rounded-full" style={{ backgroundColor: palette.brand }} />
        </span>
        <span className="flex gap-1.5">
          <Pill fill={palette.brand} text={palette["on-brand"]} />
          <Pill fill={palette.accent} text={palette["on-accent"]} />
        </span>
      </div>
    </div>
  );
}

function Pill({ fill, text }: { fill: string; text: string }) {
  return (
    <span className="grid h-4 flex-1 place-items-center rounded-[3px]" style={{ backgroundColor: fill }}>
      <span className="block h-[3px] w-1/2 rounded-full" style={{ backgroundColor: text }} />
    </span>
  );
}
