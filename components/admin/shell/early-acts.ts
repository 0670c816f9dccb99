/**
 * A screen of the console is drawn before its scripts listen. What is pressed, typed or chosen meanwhile is kept here, in its order,
 * and done again once they do: nothing is lost on a slow line, and no form sends its fields anywhere as part of an address.
 * Runs by itself, ahead of everything else on the page.
 */
import { LISTENS } from "./listens.ts";

/** The last act on each: what is pressed again in impatience is pressed once. */
const acts = new Map<HTMLElement, () => void>();
const waiting = new AbortController();

const early = { capture: true, signal: waiting.signal };
addEventListener("click", keepPress, early);
addEventListener("input", keepChange, early);
addEventListener("change", keepChange, early);
addEventListener(LISTENS, () => void takeUp(), { once: true });

function keepPress(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button || isAnswered(button)) return;
  event.preventDefault();
  keep(event, button, () => button.click());
}

function keepChange(event: Event): void {
  if (isControl(event.target)) keep(event, event.target, repeatChange(event.target));
}

function keep(event: Event, on: HTMLElement, act: () => void): void {
  event.stopImmediatePropagation();
  acts.delete(on);
  acts.set(on, act);
}

async function takeUp(): Promise<void> {
  waiting.abort();
  for (const act of acts.values()) {
    act();
    // The screen is drawn anew between one act and the next, as it would have been.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Whether the browser knows by itself what to do: the form says where it goes. */
function isAnswered({ type, form }: HTMLButtonElement): boolean {
  return type === "submit" && form?.hasAttribute("action") === true;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(target: EventTarget | null): target is Control {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** What React found in a field when it came is no change to it. The field goes back to how it was drawn first, and is changed past React. */
function repeatChange(control: Control): () => void {
  if (control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)) {
    const { checked } = control;
    return () => {
      control.checked = !checked;
      control.click();
    };
  }
  const { value } = control;
  return () => {
    if (control instanceof HTMLSelectElement) control.value = value;
    else if (control.type !== "file") {
      control.value = control.defaultValue;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
}
