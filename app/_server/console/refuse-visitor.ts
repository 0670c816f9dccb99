import { isSandbox, sandboxRefusal } from "#lib/merchants/sandbox.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { problem } from "../problem.ts";
import type { ConsoleCall } from "./console-call.ts";

/** A logo. */
const USUAL = { mostKilobytes: 500, attempts: "upload_to_sandbox" } as const;
/** Some thousand rows: each of them becomes a parcel, and takes more room than in its file. */
const IMPORT = { mostKilobytes: 100, attempts: "import_to_sandbox" } as const;

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
  const { mostKilobytes, attempts } = name === "import.upload" ? IMPORT : USUAL;
  const isSmall = Number(headers.get("content-length") ?? Number.NaN) <= mostKilobytes * 1000;
  if (method === "POST" && !isSmall)
    return problem(413, "Too large", `A visitor's files are small ones, here of ${mostKilobytes} kB at most.`);
  const wait = isKept ? await signIn.attempts.count(attempts, merchant.id) : null;
  return wait === null ? null : problem(429, "Too many requests", THAT_IS_A_LOT);
}

/** The same for an action: why it is one too many for a visitor, or null. Files have pictures in them, which take long to draw. */
export async function refuseVisitorsAction(
  { signIn }: Pick<Runtime, "signIn">,
  { merchant }: { merchant: Pick<ConsoleCall["merchant"], "id" | "expiresAt"> },
  { isKept, takesFile }: { isKept: boolean; takesFile: boolean },
): Promise<string | null> {
  if (!isSandbox(merchant) || !(isKept || takesFile)) return null;
  const wait = await signIn.attempts.count(takesFile ? "upload_to_sandbox" : "change_in_sandbox", merchant.id);
  return wait === null ? null : THAT_IS_A_LOT;
}

const THAT_IS_A_LOT = "That is a lot for one visit. Run Waymark yourself to go on: it takes one command.";
