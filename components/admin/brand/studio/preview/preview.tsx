import { type Dispatch, useRef } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import type { BrandGroupId } from "#lib/branding/brand-fields.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { LanguageChoice } from "../groups/languages.tsx";
import { FrameStack } from "./frame-stack.tsx";
import { PreviewBar } from "./preview-bar.tsx";
import { PreviewForm } from "./preview-form.tsx";
import { fitDevice, type PreviewLook, type SampleChoice, schemeShown } from "./preview-look.ts";
import { usePreview } from "./use-preview.ts";
import { useRoom } from "./use-room.ts";

interface PreviewProps {
  merchant: string;
  brand: Brand;
  isReadOnly: boolean;
  look: PreviewLook;
  onLook: Dispatch<Partial<PreviewLook>>;
  samples: readonly SampleChoice[];
  languages: readonly LanguageChoice[];
  onPart: (group: BrandGroupId) => void;
}

const WHAT = { page: "Your page", image: "Your images" } as const;

/** The real page, as the server draws it from the brand on the screen. */
export function Preview({ merchant, brand, isReadOnly, look, onLook, samples, languages, onPart }: PreviewProps) {
  const stage = useRef<HTMLDivElement>(null);
  const scheme = schemeShown(brand.mode, look.scheme);
  const { frames, onLoaded, onFailed, retry } = usePreview({
    kind: look.kind,
    brand: JSON.stringify(brand),
    sample: look.sample,
    lang: look.lang,
    theme: scheme,
    tier: look.tier,
  });
  const { scale, width, height } = fitDevice(look.device, useRoom(stage));
  const sample = samples.find(({ key }) => key === look.sample)?.label ?? look.sample;
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PreviewBar
        look={look}
        onLook={onLook}
        samples={samples}
        languages={languages}
        onlyScheme={brand.mode === "auto" ? null : brand.mode}
      />
      {frames.failed !== null && (
        <Notice
          tone="warn"
          isLive
          actions={
            <Button size="small" onClick={retry}>
              Try again
            </Button>
          }
        >
          This preview could not be drawn; what you see is the one before.
        </Notice>
      )}
      <div ref={stage} className="relative min-h-0 flex-1 overflow-hidden">
        <div
          className="absolute inset-x-0 top-0 mx-auto overflow-hidden rounded-panel border border-line"
          style={{ width: Math.ceil(width * scale), height: Math.ceil(height * scale) }}
        >
          <div style={{ width, height, transform: `scale(${scale})`, transformOrigin: "0 0" }}>
            <FrameStack
              frames={frames}
              form={({ id, request }, target) => (
                <PreviewForm key={id} merchant={merchant} request={request} target={target} isReadOnly={isReadOnly} />
              )}
              title={`${WHAT[look.kind]}: ${sample}, ${look.device}, ${scheme}${look.kind === "page" ? `, ${look.tier}` : ""}`}
              onLoaded={onLoaded}
              onFailed={onFailed}
              onPart={onPart}
            />
          </div>
        </div>
      </div>
    </div>
  );
}
