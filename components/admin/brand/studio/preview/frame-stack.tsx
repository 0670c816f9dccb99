import { type ReactEventHandler, type ReactNode, useId, useRef } from "react";
import type { BrandGroupId } from "#lib/branding/brand-fields.ts";
import { isStillEmpty, makeClickable, pageIn, scrollAs } from "./preview-document.ts";
import type { Frame, Frames } from "./preview-frames.ts";

interface FrameStackProps {
  frames: Frames;
  /** Sends what the page is drawn from into the frame of this name. */
  form: (frame: Frame, target: string) => ReactNode;
  title: string;
  onLoaded: (id: number) => void;
  onFailed: (id: number) => void;
  onPart: (group: BrandGroupId) => void;
}

/**
 * The page that is seen, and above it, unseen, the one that loads. Each is a frame of its own, so that going back in the browser leaves
 * the studio rather than a preview.
 */
export function FrameStack({ frames, form, title, onLoaded, onFailed, onPart }: FrameStackProps) {
  const prefix = useId();
  const stack = useRef<HTMLDivElement>(null);
  const stacked = [frames.shown, frames.loading].filter((frame) => frame !== null);
  const take = (frame: Frame): ReactEventHandler<HTMLIFrameElement> => {
    return ({ currentTarget: element }) => {
      if (isStillEmpty(element) || frame.id !== frames.loading?.id) return;
      const page = pageIn(element);
      if (page === null) return onFailed(frame.id);
      makeClickable(page, onPart);
      scrollAs(element, stack.current?.querySelector<HTMLIFrameElement>("iframe[data-shown]") ?? null);
      onLoaded(frame.id);
    };
  };
  return (
    <div ref={stack} className="relative size-full overflow-hidden bg-raised">
      {stacked.map((frame) => {
        const isShown = frame === frames.shown;
        return (
          <iframe
            key={frame.id}
            name={`${prefix}${frame.id}`}
            title={isShown ? title : "The next preview, loading"}
            data-shown={isShown || undefined}
            aria-hidden={!isShown || undefined}
            tabIndex={isShown ? undefined : -1}
            onLoad={take(frame)}
            className={`absolute inset-0 size-full border-0 ${isShown ? "" : "pointer-events-none opacity-0"}`}
          />
        );
      })}
      {frames.loading && form(frames.loading, `${prefix}${frames.loading.id}`)}
    </div>
  );
}
