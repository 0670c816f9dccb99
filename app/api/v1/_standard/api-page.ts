import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { securityHeaders } from "#app/_server/security-headers.ts";
import { renderApiPage } from "#components/api/render-api-page.tsx";
import { buildBrandCss } from "#lib/branding/build-brand-css.ts";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { buildStandardEvent } from "#lib/contracts/api/build-event.ts";
import { buildReference } from "#lib/contracts/api/build-reference.ts";
import { buildSampleEvent } from "#lib/notifications/sample-event.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

const STYLESHEETS = ["api-base.css", "api-frame.css", "api-content.css"];
const SAMPLE_MOMENT = "2026-03-01T17:04:00Z" as Instant;
const SAMPLE_CALLER = { merchantId: "mrc_sample" as MerchantId, mode: "test" } as const;

/** The readable page: the same bytes for the same origin, and nothing on it from anywhere else. */
export async function buildApiPage(origin: string): Promise<{ headers: Record<string, string>; text: string }> {
  const sample = buildSampleEvent({ caller: SAMPLE_CALLER, now: SAMPLE_MOMENT, origin }, (count) =>
    Uint8Array.from({ length: count }, (_, index) => index * 7),
  );
  const css = [buildBrandCss(DEFAULT_BRAND), ...STYLESHEETS.map(readStylesheet)].join("");
  const cssHash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
  return {
    headers: {
      ...securityHeaders([cssHash]),
      "content-type": "text/html; charset=utf-8",
      "content-language": "en",
      "cache-control": "public, max-age=300",
    },
    text: await renderApiPage({ reference: buildReference({ origin, sampleEvent: buildStandardEvent(sample) }), css }),
  };
}

const readStylesheet = (name: string) => readFileSync(join(process.cwd(), "components/api", name), "utf8");
