/** Runs `redraw`, then puts back what the reader had opened, chosen, typed and focused. Where they had scrolled to, the browser keeps. */
export function keepPlace(root: HTMLElement, redraw: () => void): void {
  const opened = idsOf(root, "details[open]");
  const chosen = idsOf(root, "input:checked");
  const typed = [...root.querySelectorAll<HTMLInputElement>("input[type=text][id]")].map(({ id, value }) => ({ id, value }));
  const focused = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement : null;
  const focusedId = focused?.id;

  redraw();

  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  for (const id of chosen) setInput(id, { checked: true });
  for (const { id, value } of typed) setInput(id, { value });
  if (focused === null || document.activeElement === focused) return;
  const target = focused.isConnected ? focused : focusedId ? document.getElementById(focusedId) : null;
  target?.focus({ preventScroll: true });
}

function idsOf(root: HTMLElement, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => element.id).filter((id) => id !== "");
}

function setInput(id: string, state: { checked: boolean } | { value: string }) {
  const element = document.getElementById(id);
  if (element instanceof HTMLInputElement) Object.assign(element, state);
}
