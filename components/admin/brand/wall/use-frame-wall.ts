import { type RefCallback, type RefObject, useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { EMPTY_WALL, hasPage, reduceWall } from "./frame-wall.ts";

/** Frames a screen away are near enough to be made ready. */
const NEARBY = "300px";

export interface Wall {
  /** Tells an element's comings and goings under the id in its `data-frame`. */
  watch: RefCallback<HTMLElement>;
  /** Whether the frame of this id shall hold its page. */
  hasPage: (id: string) => boolean;
  onLoaded: (id: string) => void;
}

/** Frames that hold their pages only near to where somebody looks; `scroller` is what they scroll in, the window where there is none. */
export function useFrameWall(scroller: RefObject<HTMLElement | null>): Wall {
  const [wall, tell] = useReducer(reduceWall, EMPTY_WALL);
  const watched = useRef(new Set<HTMLElement>());
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    observer.current = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) tell({ kind: isIntersecting ? "came" : "went", id: idOf(target) });
      },
      { root: scroller.current, rootMargin: NEARBY },
    );
    for (const element of watched.current) observer.current.observe(element);
    return () => observer.current?.disconnect();
  }, [scroller]);

  const watch = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const id = idOf(element);
    watched.current.add(element);
    observer.current?.observe(element);
    return () => {
      watched.current.delete(element);
      observer.current?.unobserve(element);
      tell({ kind: "went", id });
    };
  }, []);

  const onLoaded = useCallback((id: string) => tell({ kind: "loaded", id }), []);
  return useMemo(() => ({ watch, onLoaded, hasPage: (id: string) => hasPage(wall, id) }), [wall, watch, onLoaded]);
}

const idOf = (element: Element) => (element as HTMLElement).dataset.frame ?? "";
