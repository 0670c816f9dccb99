/** Where this script came from is where the shop's pages are. A module has no current script: its tag is looked for. */
function scriptOrigin(): string {
  const tags = [...document.querySelectorAll<HTMLScriptElement>("script[src]")];
  const tag = document.currentScript ?? tags.findLast(({ src }) => URL.canParse(src) && new URL(src).pathname === "/embed.js");
  return tag instanceof HTMLScriptElement ? new URL(tag.src).origin : location.origin;
}

/** Only known while the script runs for the first time. */
export const ORIGIN = scriptOrigin();
