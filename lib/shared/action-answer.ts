import type { Issue } from "./issue.ts";

/** What the console's screens are told of something they asked for. Messages are for the person at the screen. */
export type ActionAnswer<Value = null> =
  | { kind: "done"; value: Value }
  /** What was typed is wrong, and where. */
  | { kind: "invalid"; issues: Issue[] }
  /** It cannot be done as things stand. */
  | { kind: "refused"; reason: "signed_out" | "forbidden" | "not_found" | "conflict" | "too_many"; message: string }
  /** Something broke on our side; the same again may work. */
  | { kind: "failed"; message: string };

/** Bound to nothing: `merchant` is the slug the screen was drawn for, so that a screen left open acts on what it shows. */
export type ConsoleAction<Input, Value = null> = (merchant: string, input: Input) => Promise<ActionAnswer<Value>>;

export const done = <Value>(value: Value): ActionAnswer<Value> => ({ kind: "done", value });
export const nothingDone = (message: string, reason: "not_found" | "conflict" | "too_many" = "conflict") =>
  ({ kind: "refused", reason, message }) as const;
export const wrongInput = (issues: Issue[]) => ({ kind: "invalid", issues }) as const;
