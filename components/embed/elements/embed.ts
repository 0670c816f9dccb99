import { LookupElement } from "./lookup-element.ts";
import { TrackerElement } from "./tracker-element.ts";

/** What `/embed.js` does. Loaded twice, or from two shops, the first stands. */
const ELEMENTS = { "waymark-tracker": TrackerElement, "waymark-lookup": LookupElement };

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
