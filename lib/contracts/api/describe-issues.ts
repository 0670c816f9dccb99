import type { z } from "zod";
import type { Issue } from "./problem.ts";

/** What zod found, as a merchant's developer reads it: every misspelt field by its own path. */
export function describeIssues(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: joinPath([...issue.path, key]), message: "is not known here: check its spelling" }));
    }
    const isMissing = /received undefined$/.test(issue.message);
    return [{ path: joinPath(issue.path), message: isMissing ? "is missing" : issue.message }];
  });
}

const joinPath = (path: readonly PropertyKey[]) => path.map(String).join(".");
