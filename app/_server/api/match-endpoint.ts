import { type Endpoint, METHODS, type Method } from "./dialect.ts";

export type EndpointMatch =
  | { kind: "matched"; endpoint: Endpoint; params: Record<string, string> }
  /** `allow` is the header's value. */
  | { kind: "options"; allow: string }
  | { kind: "method_not_allowed"; allow: string }
  | { kind: "path_unknown" };

/** Which endpoint a request asks for. Where a fixed word and a `:name` both fit, the fixed word is meant. */
export function matchEndpoint(
  dialect: { root: string; endpoints: readonly Endpoint[] },
  request: { method: string; pathname: string },
): EndpointMatch {
  const segments = splitPath(request.pathname, dialect.root);
  if (segments === null) return { kind: "path_unknown" };
  const fitting = mostSpecific(dialect.endpoints.filter(({ path }) => fits(segmentsOf(path), segments)));
  if (fitting.length === 0) return { kind: "path_unknown" };

  const method = request.method === "HEAD" ? "GET" : request.method;
  const endpoint = fitting.find((candidate) => candidate.method === method);
  if (endpoint) return { kind: "matched", endpoint, params: readParams(segmentsOf(endpoint.path), segments) };
  const allow = describeMethods(fitting.map((candidate) => candidate.method));
  return { kind: method === "OPTIONS" ? "options" : "method_not_allowed", allow };
}

/** Decoded segments below the root, however many slashes stand between and behind them; null where the path is none of ours. */
function splitPath(pathname: string, root: string): string[] | null {
  if (!`${pathname}/`.startsWith(`${root}/`)) return null;
  try {
    const segments = segmentsOf(pathname.slice(root.length)).map(decodeURIComponent);
    // PostgreSQL refuses a NUL in any text, so nothing can be called by one.
    return segments.some((segment) => segment.includes("\0")) ? null : segments;
  } catch {
    return null;
  }
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean);
const isName = (segment: string) => segment.startsWith(":");

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return pattern.length === segments.length && pattern.every((part, index) => isName(part) || part === segments[index]);
}

function mostSpecific(endpoints: readonly Endpoint[]): Endpoint[] {
  const namesIn = ({ path }: Endpoint) => segmentsOf(path).filter(isName).length;
  const fewest = Math.min(...endpoints.map(namesIn));
  return endpoints.filter((endpoint) => namesIn(endpoint) === fewest);
}

function readParams(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const entries = pattern.map((part, index) => [part, segments[index] ?? ""] as const);
  return Object.fromEntries(entries.filter(([part]) => isName(part)).map(([part, value]) => [part.slice(1), value]));
}

function describeMethods(methods: readonly Method[]): string {
  const known = METHODS.filter((method) => methods.includes(method));
  return [...known, ...(known.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
