/** Calls a server action as a browser would, without one. */
import type { ActionAnswer } from "#lib/shared/action-answer.ts";
import type { BuiltAction } from "./built-doors.ts";

export interface Caller {
  origin: string;
  /** The `Cookie` header; empty for nobody. */
  cookie: string;
}

/** Its answer, or null where it gave none: it is another kind of action, or went elsewhere. */
export async function callAction(
  { origin, cookie }: Caller,
  action: BuiltAction,
  args: readonly unknown[],
): Promise<ActionAnswer<unknown> | null> {
  const response = await fetch(`${origin}${action.page}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin,
      ...(cookie && { cookie }),
    },
    body: JSON.stringify(args),
  });
  return readAnswer(await response.text());
}

/** The stream's row 0 says which row the answer is in. */
function readAnswer(stream: string): ActionAnswer<unknown> | null {
  const rows = new Map(stream.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)] as const));
  const pointer = /"a":"\$@(\w+)"/.exec(rows.get("0") ?? "")?.[1];
  const row = pointer === undefined ? undefined : rows.get(pointer);
  if (row === undefined || !row.startsWith("{")) return null;
  const value: unknown = JSON.parse(row);
  return typeof value === "object" && value !== null && "kind" in value ? (value as ActionAnswer<unknown>) : null;
}
