/** One thing that is wrong with what somebody sent. */
export interface Issue {
  /** Dotted, from the root: `result.tracking_details.0.datetime`; empty for the whole. */
  path: string;
  message: string;
}

/** In a line: where it is, and what. */
export function describeIssue({ path, message }: Issue): string {
  return path === "" ? message : `${path}: ${message}`;
}
