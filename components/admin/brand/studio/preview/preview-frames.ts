/** What the server draws a page from. The same text is the same page. */
export interface PreviewRequest {
  kind: string;
  brand: string;
  sample: string;
  lang: string;
  theme: string;
  tier: string;
}

export interface Frame {
  id: number;
  request: PreviewRequest;
}

/** Two frames in turn: one is seen while the other loads. */
export interface Frames {
  shown: Frame | null;
  loading: Frame | null;
  /** The last one that came to nothing. */
  failed: Frame | null;
}

export type FramesEvent = { kind: "asked"; request: PreviewRequest } | { kind: "loaded" | "failed"; id: number };

export const NO_FRAMES: Frames = { shown: null, loading: null, failed: null };

/** Whether to ask for this page now: at most one is under way, and nothing twice. */
export function isWorthAsking({ shown, loading, failed }: Frames, request: PreviewRequest): boolean {
  return loading === null && ![shown, failed].some((frame) => frame !== null && isSameRequest(frame.request, request));
}

export function reduceFrames(frames: Frames, event: FramesEvent): Frames {
  const { shown, loading } = frames;
  if (event.kind === "asked") {
    const id = 1 + Math.max(0, ...Object.values(frames).map((frame: Frame | null) => frame?.id ?? 0));
    return { ...frames, failed: null, loading: { id, request: event.request } };
  }
  if (loading?.id !== event.id) return frames;
  return event.kind === "loaded" ? { shown: loading, loading: null, failed: null } : { shown, loading: null, failed: loading };
}

function isSameRequest(one: PreviewRequest, other: PreviewRequest): boolean {
  return (
    one.kind === other.kind &&
    one.brand === other.brand &&
    one.sample === other.sample &&
    one.lang === other.lang &&
    one.theme === other.theme &&
    one.tier === other.tier
  );
}
