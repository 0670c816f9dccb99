import { isSandbox, sandboxRefusal } from "#lib/merchants/sandbox.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { problem } from "../problem.ts";
import type { ConsoleCall } from "./console-call.ts";

/** A logo, or some thousand rows of parcels. */
const MOST_BYTES = 500_000;

interface VisitorAsks {
  name: string;
  request: Pick<Request, "method" | "headers">;
  /** Whether it makes something that stays. */
  isKept: boolean;
}

/** Keeps a visitor of the demo from what would leave their sandbox, and from filling the disk; null for everybody else. */
export async function refuseVisitor(
  { signIn }: Pick<Runtime, "signIn">,
  { merchant }: { merchant: Pick<ConsoleCall["merchant"], "id" | "expiresAt"> },
  { name, request: { method, headers }, isKept }: VisitorAsks,
): Promise<Response | null> {
  if (!isSandbox(merchant)) return null;
  const outOfReach = sandboxRefusal(merchant, name);
  if (outOfReach !== null) return problem(403, "Forbidden", outOfReach);
  const isSmall = Number(headers.get("content-length") ?? Number.NaN) <= MOST_BYTES;
  if (method === "POST" && !isSmall) return problem(413, "Too large", "A visitor's files are small ones, of 500 kB at most.");
  const wait = isKept ? await signIn.attempts.count("upload_to_sandbox", merchant.id) : null;
  return wait === null
    ? null
    : problem(429, "Too many requests", "That is a lot for one visit. Go on in an hour, or run Waymark yourself.");
}
