import { MAP_HEIGHT, MAP_WIDTH } from "./map-frame.ts";
import type { RouteStop } from "./route-map.ts";

/** As `components/tracking` sets them: letters of about 12 units, the line below its dot, or above near the lower edge. */
const LETTER_WIDTH = 6.6;
const WIDE_LETTER_WIDTH = 12;
const WIDE_LETTERS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LINE_HEIGHT = 15;
const BELOW = 9;
const ABOVE = 24;
const MARGIN = 4;
const DOT = 4;

/** Who keeps the name when two don't fit. Stops in between have none. */
const NAMED: readonly RouteStop["kind"][] = ["latest", "destination", "origin"];
const ANCHORS: readonly RouteStop["anchor"][] = ["middle", "start", "end"];

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Anchors the names so that they stay inside the frame and off each other, if possible off other dots; the less important of two that can't loses its own. */
export function labelStops(stops: readonly RouteStop[]): RouteStop[] {
  const labels: Box[] = [];
  const anchors = new Map<RouteStop, RouteStop["anchor"]>();
  for (const stop of NAMED.flatMap((kind) => stops.filter((candidate) => candidate.kind === kind))) {
    const dots = stops.filter((other) => other !== stop).map(dotBox);
    const free = ANCHORS.filter((anchor) => isInside(labelBox(stop, anchor)) && !overlapsAny(labelBox(stop, anchor), labels));
    const anchor = free.find((candidate) => !overlapsAny(labelBox(stop, candidate), dots)) ?? free[0];
    if (anchor === undefined) continue;
    labels.push(labelBox(stop, anchor));
    anchors.set(stop, anchor);
  }
  return stops.map((stop) => {
    const anchor = anchors.get(stop);
    return anchor === undefined ? { ...stop, label: "" } : { ...stop, anchor };
  });
}

function labelBox({ x, y, label }: RouteStop, anchor: RouteStop["anchor"]): Box {
  const width = [...label].reduce((sum, letter) => sum + (WIDE_LETTERS.test(letter) ? WIDE_LETTER_WIDTH : LETTER_WIDTH), 0);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  const top = y + ABOVE > MAP_HEIGHT ? y - ABOVE : y + BELOW;
  return { left, right: left + width, top, bottom: top + LINE_HEIGHT };
}

function dotBox({ x, y }: RouteStop): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

function isInside({ left, right }: Box): boolean {
  return left >= MARGIN && right <= MAP_WIDTH - MARGIN;
}

function overlapsAny(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
}
