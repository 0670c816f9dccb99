/**
 * The `Retry-After` of an answer, in milliseconds; null where it does not say. A date is measured against the answer's own `Date`,
 * so that a clock of ours that goes wrong does not matter.
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>): number | null {
  const text = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const wait = Date.parse(text) - Date.parse(headers.date ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
