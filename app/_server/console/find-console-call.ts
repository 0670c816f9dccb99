import { findSession } from "#lib/accounts/find-session.ts";
import { listMemberships, type Membership } from "#lib/accounts/list-memberships.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { compareInstants } from "#lib/shared/clock.ts";
import type { ConsoleCall } from "./console-call.ts";

export type ConsoleEntry = { kind: "open"; call: ConsoleCall } | { kind: "signed_out" } | { kind: "no_merchant" };

/**
 * Whose console a request may enter. `slug` is the merchant it names; null means the one that was open last.
 * A merchant that is none of the person's is the same as one that does not exist, and so is a sandbox past its end.
 */
export async function findConsoleCall(runtime: Runtime, headers: Headers, slug: string | null): Promise<ConsoleEntry> {
  const session = await findSession(runtime, headers);
  if (!session) return { kind: "signed_out" };
  const now = runtime.clock.now();
  const isOpen = ({ merchant: { expiresAt } }: Membership) => expiresAt === null || compareInstants(now, expiresAt) < 0;
  const memberships = (await listMemberships(runtime, session.user.id)).filter(isOpen);
  const last = memberships.find(({ merchant }) => merchant.id === session.merchantId) ?? memberships[0];
  const meant = slug === null ? last : memberships.find(({ merchant }) => merchant.slug === slug);
  if (!meant) return { kind: "no_merchant" };
  return { kind: "open", call: { user: session.user, sessionId: session.id, ...meant, memberships } };
}
