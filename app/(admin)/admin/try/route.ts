import { log } from "#app/_server/log.ts";
import { problem } from "#app/_server/problem.ts";
import { getServices } from "#app/_server/services.ts";
import { readVisit } from "#app/_server/sign-in/read-visit.ts";
import { findSession } from "#lib/accounts/find-session.ts";
import { listMemberships } from "#lib/accounts/list-memberships.ts";
import { openSandbox } from "#lib/demo/open-sandbox.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";

/** Makes a visitor a shop of their own and lets them in: by a plain form, so that it needs no script. Only in the demo. */
export async function POST(request: Request): Promise<Response> {
  const { runtime } = await getServices();
  if (!runtime.config.demo) return problem(404, "Not found", "This installation is no demo.");
  if (isOfAnotherSite(request)) return problem(403, "Forbidden", "This request did not come from the demo's own pages.");
  const answer = await openConsole(runtime, request).catch((error: unknown): Answer => {
    log(runtime.config.logLevel, "error", { route: "try", error });
    return { to: "/admin/sign-in?visitor=failed" };
  });
  return seeOther(answer);
}

/** For whoever comes by a link, or reloads: opens nothing. */
export function GET(): Response {
  return seeOther({ to: "/admin/sign-in" });
}

interface Answer {
  to: string;
  cookies?: string[];
}

async function openConsole(runtime: Runtime, request: Request): Promise<Answer> {
  const visit = readVisit(request.headers, runtime.config);
  const session = await findSession(runtime, request.headers);
  if (session && (await listMemberships(runtime, session.user.id)).length > 0) return { to: "/admin" };
  if ((await runtime.signIn.attempts.countFrom("sandbox_from_network", visit.address)) !== null)
    return { to: "/admin/sign-in?visitor=often" };
  const outcome = await openSandbox(runtime, visit);
  return outcome.kind === "full" ? { to: "/admin/sign-in?visitor=full" } : { to: "/admin", cookies: outcome.cookies };
}

/** The demo's front page gives no referrer, and so its forms come from `Origin: null`: refused is what is known to be foreign. */
function isOfAnotherSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin";
  const origin = headers.get("origin");
  return origin !== null && origin !== "null" && (!URL.canParse(origin) || new URL(origin).host !== headers.get("host"));
}

function seeOther({ to, cookies = [] }: Answer): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
