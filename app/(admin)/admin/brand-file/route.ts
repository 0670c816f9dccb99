import { consoleRoute } from "#app/_server/console/console-route.ts";
import { exportBrand } from "#lib/brands/export-brand.ts";

/** The brand as one file, with its pictures: `?merchant=&of=draft|published`. */
export const GET = consoleRoute({ name: "brand.export", role: "viewer" }, async ({ runtime, call, request }) => {
  const of = new URL(request.url).searchParams.get("of") === "draft" ? "draft" : "published";
  const file = await exportBrand(runtime, { merchantId: call.merchant.id, of });
  const name = [call.merchant.slug, "brand", of === "draft" ? "draft" : null, file.exportedAt.slice(0, 10)].filter(Boolean).join("-");
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.json"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
