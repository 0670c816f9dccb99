import { z } from "zod";
import type { Brand } from "#lib/branding/brand.ts";
import { describeIssues } from "#lib/contracts/api/describe-issues.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseJson } from "#lib/shared/json.ts";
import { type CheckedBrand, parseBrand } from "./check-brand.ts";

export const BRAND_FILE_FORMAT = "waymark-brand";
const BRAND_FILE_VERSION = 1;

/** A brand on its way from one shop, or installation, to another, with the pictures it shows. */
export interface BrandFile {
  format: typeof BRAND_FILE_FORMAT;
  version: typeof BRAND_FILE_VERSION;
  exportedAt: Instant;
  /** Right or wrong where it is a draft's. */
  brand: unknown;
  images: BrandFileImage[];
}

/** A picture under the address that the brand of the same file knows it by. */
export interface BrandFileImage {
  url: string;
  format: string;
  base64: string;
}

export const brandFileOf = (facts: Pick<BrandFile, "exportedAt" | "brand" | "images">): BrandFile => ({
  format: BRAND_FILE_FORMAT,
  version: BRAND_FILE_VERSION,
  ...facts,
});

const imageSchema = z.strictObject({ url: z.string().max(200), format: z.string().max(10), base64: z.base64() });

const fileSchema = z.strictObject({
  format: z.literal(BRAND_FILE_FORMAT, { error: `must be ${BRAND_FILE_FORMAT}: this is another kind of file` }),
  version: z.literal(BRAND_FILE_VERSION, {
    error: `must be ${BRAND_FILE_VERSION}: the file is of another version of the format, which cannot be read here`,
  }),
  exportedAt: z.iso.datetime().optional(),
  brand: z.unknown(),
  images: z.array(imageSchema).max(8).default([]),
});

export type ParsedBrandFile = { kind: "parsed"; brand: Brand; images: BrandFileImage[] } | { kind: "invalid"; issues: Issue[] };

/** Reads what `exportBrand` wrote, or a brand alone as the API answers it. Every fault is said with its place. */
export function parseBrandFile(text: string): ParsedBrandFile {
  const json = parseJson(text);
  if (json.kind === "malformed") return { kind: "invalid", issues: [{ path: "", message: json.message }] };
  if (isBareBrand(json.value)) return withBrand(parseBrand(json.value), []);

  const file = fileSchema.safeParse(json.value);
  if (!file.success) return { kind: "invalid", issues: describeIssues(file.error) };
  const checked = parseBrand(file.data.brand);
  return withBrand(checked.kind === "brand" ? checked : { kind: "invalid", issues: checked.issues.map(inside) }, file.data.images);
}

function withBrand(checked: CheckedBrand, images: BrandFileImage[]): ParsedBrandFile {
  return checked.kind === "brand" ? { kind: "parsed", brand: checked.brand, images } : checked;
}

const inside = ({ path, message }: Issue): Issue => ({ path: path === "" ? "brand" : `brand.${path}`, message });

function isBareBrand(value: unknown): boolean {
  return typeof value === "object" && value !== null && "colors" in value && !("format" in value);
}
