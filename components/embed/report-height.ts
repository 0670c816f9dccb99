import { isAllowedOrigin, parentOrigins } from "./parent-origins.ts";

/** The embed's script: says how tall it is to the page around it, now and whenever that changes. Nothing else goes out. */
const allowed = document.getElementById("embed")?.dataset.origins?.split(" ") ?? [];
const root = document.documentElement;
let origins = parentOrigins(location.ancestorOrigins?.[0] ?? null, allowed);

function tell() {
  const height = Math.ceil(root.getBoundingClientRect().height);
  for (const origin of origins) parent.postMessage({ type: "waymark:height", height }, origin);
}

if (parent !== window) {
  new ResizeObserver(tell).observe(root);
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.type !== "waymark:ask" || !isAllowedOrigin(origin, allowed)) return;
    origins = [origin];
    tell();
  });
}
