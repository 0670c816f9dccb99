/** Our own API's error shape, `application/problem+json` (RFC 9457). */
export const PROBLEM_TYPE = "application/problem+json";

export function problemBody(status: number, title: string, detail: string): string {
  return JSON.stringify({ type: "about:blank", title, status, detail });
}

export function problem(status: number, title: string, detail: string): Response {
  return new Response(problemBody(status, title, detail), {
    status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
