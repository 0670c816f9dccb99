import type { DocumentAnswer } from "./document-answer.ts";
import { securityHeaders } from "./security-headers.ts";

const HEADERS = securityHeaders([]);

export function redirect(status: 303 | 308, location: string, cacheControl: string): DocumentAnswer {
  return { status, headers: { ...HEADERS, location, "cache-control": cacheControl }, body: null, etag: null };
}
