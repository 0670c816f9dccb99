import { useCallback, useEffect, useReducer, useRef } from "react";
import { isWorthAsking, NO_FRAMES, type PreviewRequest, reduceFrames } from "./preview-frames.ts";

const QUIET_MS = 150;
const PATIENCE_MS = 12_000;

/** Asks for the page once typing pauses, or at once when nothing is shown yet, one page at a time. */
export function usePreview(wanted: PreviewRequest) {
  const [frames, dispatch] = useReducer(reduceFrames, NO_FRAMES);
  const isFirst = frames.shown === null;
  const { kind, brand, sample, lang, theme, tier } = wanted;
  const before = useRef(brand);

  useEffect(() => {
    const request = { kind, brand, sample, lang, theme, tier };
    if (!isWorthAsking(frames, request)) return;
    // A switch is answered at once; it is typing that comes in bursts.
    const isTyped = before.current !== brand && !isFirst;
    const timer = setTimeout(
      () => {
        before.current = brand;
        dispatch({ kind: "asked", request });
      },
      isTyped ? QUIET_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [frames, isFirst, kind, brand, sample, lang, theme, tier]);

  const loadingId = frames.loading?.id;
  useEffect(() => {
    if (loadingId === undefined) return;
    const timer = setTimeout(() => dispatch({ kind: "failed", id: loadingId }), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [loadingId]);

  return {
    frames,
    onLoaded: useCallback((id: number) => dispatch({ kind: "loaded", id }), []),
    onFailed: useCallback((id: number) => dispatch({ kind: "failed", id }), []),
    retry: useCallback(
      () => dispatch({ kind: "asked", request: { kind, brand, sample, lang, theme, tier } }),
      [kind, brand, sample, lang, theme, tier],
    ),
  };
}
