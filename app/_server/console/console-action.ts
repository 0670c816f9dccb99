import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type AuditEntry, type AuditNote, openAuditEntry } from "#lib/audit/open-audit-entry.ts";
import { sandboxRefusal } from "#lib/merchants/sandbox.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { ActionAnswer, ConsoleAction } from "#lib/shared/action-answer.ts";
import { AppError } from "#lib/shared/errors.ts";
import { hasRole, type Role } from "#lib/shared/role.ts";
import { log } from "../log.ts";
import { getServices } from "../services.ts";
import type { ConsoleCall } from "./console-call.ts";
import { findConsoleCall } from "./find-console-call.ts";
import { refuseVisitorsAction } from "./refuse-visitor.ts";

interface Definition<Schema extends z.ZodType, Value> {
  /** What the audit log calls it: `brand.publish`. */
  name: string;
  /** The least role that may. */
  role: Role;
  input: Schema;
  /** False for what changes nothing, or too often to be worth a line each. */
  isAudited?: boolean;
  /** Whether the input is a whole file, with pictures to be drawn. */
  takesFile?: boolean;
  run(
    context: { runtime: Runtime; call: ConsoleCall; audit(note: AuditNote): void },
    input: z.output<Schema>,
  ): Promise<ActionAnswer<Value>>;
}

const UNAUDITED: AuditEntry = { note: () => undefined, close: async () => undefined };

/** Wraps a verb in what every action of the console owes: a session, a membership, a role, readable input, a line in the audit log. */
export function consoleAction<Schema extends z.ZodType, Value = null>(
  definition: Definition<Schema, Value>,
): ConsoleAction<z.input<Schema>, Value> {
  const { name, role, input: schema, isAudited = true, takesFile = false, run } = definition;
  return async (merchant, input) => {
    const { runtime } = await getServices();
    const entry = await findConsoleCall(runtime, await headers(), String(merchant));
    if (entry.kind === "signed_out") return refusal("signed_out", "You are signed out. Sign in again; what you typed here is still here.");
    if (entry.kind === "no_merchant") return refusal("not_found", "There is no such shop among yours.");
    const { call } = entry;
    if (!hasRole(call.role, role)) return refusal("forbidden", `Only ${role === "owner" ? "owners" : "owners and editors"} may do this.`);
    const outOfReach = sandboxRefusal(call.merchant, name);
    if (outOfReach !== null) return refusal("forbidden", outOfReach);
    const read = schema.safeParse(input);
    if (!read.success) return { kind: "invalid", issues: read.error.issues.map(toIssue) };
    const tooMuch = await refuseVisitorsAction(runtime, call, { isKept: isAudited, takesFile });
    if (tooMuch !== null) return refusal("too_many", tooMuch);

    const audit = isAudited ? await openAuditEntry(runtime, { merchantId: call.merchant.id, user: call.user, action: name }) : UNAUDITED;
    try {
      const answer = await run({ runtime, call, audit: audit.note }, read.data);
      await audit.close(answer.kind === "done" ? "done" : "refused");
      if (answer.kind === "done" && isAudited) revalidatePath("/admin", "layout");
      return answer;
    } catch (error) {
      // Redirects of Next's are thrown, and are no faults.
      const isFault = !isNextSignal(error);
      await audit.close(isFault ? "failed" : "done");
      if (!isFault) throw error;
      return failure(runtime, name, error);
    }
  };
}

const refusal = (reason: "signed_out" | "forbidden" | "not_found" | "too_many", message: string) =>
  ({ kind: "refused", reason, message }) as const;

const toIssue = ({ path, message }: z.core.$ZodIssue) => ({ path: path.join("."), message });

function isNextSignal(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

function failure(runtime: Runtime, name: string, error: unknown): ActionAnswer<never> {
  log(runtime.config.logLevel, "error", { action: name, error });
  const message =
    error instanceof AppError ? error.publicMessage : "Something went wrong on our side. Nothing was changed; please try again.";
  return { kind: "failed", message };
}
