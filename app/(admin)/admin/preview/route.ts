import { consoleRoute } from "#app/_server/console/console-route.ts";
import { problem } from "#app/_server/problem.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import { answerPreview } from "./preview-document.ts";
import { readFields, readWish } from "./preview-request.ts";
import { loadStoredBrand } from "./stored-brand.ts";

/** What is stored, as shoppers see it, would, or did: `?merchant=&of=draft|published|<version>&sample=&lang=&theme=&tier=`. */
export const GET = consoleRoute({ name: "brand.preview", role: "viewer" }, async ({ services, runtime, call, request }) => {
  const { searchParams } = new URL(request.url);
  const brand = await loadStoredBrand(runtime, { merchantId: call.merchant.id, of: searchParams.get("of") ?? "published" });
  if (!brand) return problem(404, "Not found", "There is no such version.");
  return answerPreview(services, { slug: call.merchant.slug, brand }, readWish(searchParams));
});

/** What is being typed, in a form's fields `brand` (JSON), `sample`, `lang`, `theme` and `tier`. What is wrong with it is left out. */
export const POST = consoleRoute({ name: "brand.preview", role: "editor", isAudited: false }, async ({ services, call, request }) => {
  const fields = await readFields(request);
  if (!fields) return problem(413, "Too large", "This is more than a brand can hold.");
  const brand = readStoredBrand(fields.get("brand") ?? "", call.merchant.name);
  return answerPreview(services, { slug: call.merchant.slug, brand }, readWish(fields));
});
