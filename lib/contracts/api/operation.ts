import type { z } from "zod";
import type { ProblemCode } from "./problem.ts";

export interface OperationAnswer {
  description: string;
  /** Null for an answer without a body. */
  schema: z.ZodType | null;
}

/** One thing our API does: what its endpoint parses with, and what the documents tell. */
export interface Operation<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> {
  /** The name of the function in a client: `registerTracker`. */
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`: `/trackers/:id`. */
  path: `/${string}`;
  /** A few words. */
  summary: string;
  /** What else there is to know, as plain sentences. */
  description?: string;
  query?: Query;
  body?: Body;
  /** A body that works as it stands. */
  example?: z.input<Body>;
  answers: Readonly<Record<number, OperationAnswer>>;
  /** What else can go wrong, beside what can with every call. */
  problems?: readonly ProblemCode[];
}

export interface OperationGroup {
  /** A word for the address of its section: `trackers`. */
  name: string;
  title: string;
  /** One or two sentences. */
  introduction: string;
  operations: readonly Operation[];
}

/** Keeps the types of query and body, for whoever parses with them. */
export function defineOperation<Query extends z.ZodType, Body extends z.ZodType>(
  operation: Operation<Query, Body>,
): Operation<Query, Body> {
  return operation;
}

/** The `:names` of a path. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
}

/** Of every operation: what goes wrong before its endpoint is asked, and on our side. */
export const COMMON_PROBLEMS: readonly ProblemCode[] = ["key_missing", "key_unknown", "rate_limited", "internal", "unavailable"];
const BODY_PROBLEMS: readonly ProblemCode[] = ["body_malformed", "body_too_large"];

export function problemsOf({ path, query, body, problems = [] }: Operation): ProblemCode[] {
  return [
    ...COMMON_PROBLEMS,
    ...(body ? BODY_PROBLEMS : []),
    ...(body || query ? (["input_invalid"] as const) : []),
    ...(pathNames(path).length > 0 ? (["not_found"] as const) : []),
    ...problems,
  ];
}
