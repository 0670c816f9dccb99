/**
 * The `Retry-After` of an answer, in milliseconds; null where it does not say. A date is measured against the answer's own `Date`,
 * so that a clock of ours that goes wrong does not matter.
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>): number | null {
  const text = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // RFC 9110's dates begin with the name of a day; `Date.parse` would take much else for one.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return null;
  const wait = Date.parse(text) - Date.parse(headers.date ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
