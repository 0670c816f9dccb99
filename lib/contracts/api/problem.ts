import { z } from "zod";

/** Everything that can be wrong with a call: its code, status and title. */
export const PROBLEMS = {
  body_malformed: { status: 400, title: "Body cannot be read" },
  key_missing: { status: 401, title: "API key missing" },
  key_unknown: { status: 401, title: "API key unknown" },
  mode_forbidden: { status: 403, title: "Not with a test key" },
  path_unknown: { status: 404, title: "Nothing at this address" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Not in this state" },
  body_too_large: { status: 413, title: "Body too large" },
  input_invalid: { status: 422, title: "Input not valid" },
  rate_limited: { status: 429, title: "Too many calls" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Not available right now" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const issueSchema = z.strictObject({
  path: z.string().describe("Where in the input, such as `scans.0.occurred_at`; empty for all of it."),
  message: z.string(),
});

export const problemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).describe("For programs; one word for one kind of problem."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("A sentence for people that says what to do."),
    errors: z.array(issueSchema).optional().describe("Everything that is wrong with the input, at once."),
    request_id: z.string().describe("Also in the header `x-request-id`; name it when you ask about the call."),
  })
  .describe("RFC 9457, `application/problem+json`.")
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problemSchema>;
export type Issue = z.infer<typeof issueSchema>;
