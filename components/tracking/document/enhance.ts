/** The document's first script: copy buttons, the time zone of who asks for news, and waking the freshness island when there is nothing better to do. */
const page = document.getElementById("waymark");
const live = document.getElementById("live");
const COPIED_FOR_MS = 2000;

document.documentElement.classList.add("js");

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
  if (button !== null) void copyFrom(button);
});

/** So that no message wakes anybody; what we ask for in a form that is posted, and nowhere else. */
document.addEventListener("formdata", ({ target, formData }) => {
  if (target instanceof HTMLFormElement && target.method === "post") {
    formData.set("time_zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
});

async function copyFrom(button: HTMLElement) {
  const { copy = "", copied = "" } = button.dataset;
  if (!(await writeClipboard(copy))) return;
  button.dataset.done = "";
  if (live !== null) live.textContent = copied;
  setTimeout(() => {
    delete button.dataset.done;
    if (live !== null) live.textContent = "";
  }, COPIED_FOR_MS);
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** Pages on plain http have no clipboard object; the old command still serves them. */
function copyByCommand(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done;
}

const { refresh, freshness } = page?.dataset ?? {};
if (refresh && freshness) whenVisible(() => whenIdle(() => void import(freshness)));

function whenVisible(task: () => void) {
  if (document.visibilityState === "visible") return task();
  document.addEventListener("visibilitychange", () => task(), { once: true });
}

/** Safari has no requestIdleCallback. */
function whenIdle(task: () => void) {
  const idle = () => ("requestIdleCallback" in window ? requestIdleCallback(task, { timeout: 4000 }) : setTimeout(task, 1500));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
