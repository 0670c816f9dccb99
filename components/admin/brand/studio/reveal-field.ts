/** Where a field, or a part of one, can be found on the screen. */
export const anchorOf = (path: string) => `field-${path.replaceAll(".", "-")}`;

/** Opens the group a field is in, brings it into view and puts the cursor there; the nearest thing around it where it has no place of its own. */
export function revealField(path: string): void {
  const place = findPlace(path);
  if (!place) return;
  const group = place.closest("details");
  if (group) group.open = true;
  place.scrollIntoView({ block: "center" });
  const focusable = "input:not([type=hidden]),textarea,select,button";
  (place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable))?.focus({ preventScroll: true });
}

export function revealGroup(id: string): void {
  const group = document.getElementById(id);
  if (!(group instanceof HTMLDetailsElement)) return;
  group.open = true;
  group.scrollIntoView({ block: "start" });
  group.querySelector("summary")?.focus({ preventScroll: true });
}

function findPlace(path: string): HTMLElement | null {
  const place = document.getElementById(anchorOf(path));
  if (place || !path.includes(".")) return place;
  return findPlace(path.slice(0, path.lastIndexOf(".")));
}
