import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { hasRole, type Role } from "#lib/shared/role.ts";
import { getServices } from "../services.ts";
import type { ConsoleCall } from "./console-call.ts";
import { findConsoleCall } from "./find-console-call.ts";

/** What every page of the console begins with: who is not signed in goes to sign in, who lacks the role gets 403. */
export async function openConsole({ role = "viewer" }: { role?: Role } = {}): Promise<{ runtime: Runtime; call: ConsoleCall }> {
  const { runtime, entry } = await enter();
  if (entry.kind === "signed_out") redirect("/admin/sign-in");
  if (entry.kind === "no_merchant" || !hasRole(entry.call.role, role)) forbidden();
  return { runtime, call: entry.call };
}

/** Asked once for a request, whichever of its layouts and pages ask. */
const enter = cache(async () => {
  const { runtime } = await getServices();
  return { runtime, entry: await findConsoleCall(runtime, await headersAsTheyAre(), null) };
});

/** An action may have given the browser another session a moment ago, and the page is drawn again in the same answer. */
async function headersAsTheyAre(): Promise<Headers> {
  const given = new Headers(await headers());
  given.set("cookie", (await cookies()).toString());
  return given;
}
