import { randomUUID } from "node:crypto";
import { openAuditEntry } from "#lib/audit/open-audit-entry.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { hasRole, type Role } from "#lib/shared/role.ts";
import { log } from "../log.ts";
import { problem } from "../problem.ts";
import { getServices, type Services } from "../services.ts";
import type { ConsoleCall } from "./console-call.ts";
import { findConsoleCall } from "./find-console-call.ts";
import { isSameOrigin } from "./is-same-origin.ts";
import { refuseVisitor } from "./refuse-visitor.ts";

interface Definition {
  /** What log and audit log call it: `image.upload`. */
  name: string;
  /** The least role that may. */
  role: Role;
  /** False for a POST that changes nothing. */
  isAudited?: boolean;
}

interface RouteContext<Params> {
  services: Services;
  runtime: Runtime;
  call: ConsoleCall;
  request: Request;
  params: Params;
}

/** Wraps an upload, a download or a preview in what every action owes as well. The merchant comes from `?merchant=<slug>`. */
export function consoleRoute<Params = Record<string, never>>(
  { name, role, isAudited = true }: Definition,
  handler: (context: RouteContext<Params>) => Promise<Response>,
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const services = await getServices();
    const { runtime } = services;
    const isChange = request.method !== "GET" && request.method !== "HEAD";
    if (isChange && !isSameOrigin(request)) return problem(403, "Forbidden", "This request did not come from the console's own pages.");
    const entry = await findConsoleCall(runtime, request.headers, new URL(request.url).searchParams.get("merchant") ?? "");
    if (entry.kind === "signed_out") return problem(401, "Signed out", "Sign in at /admin/sign-in, then try again.");
    if (entry.kind === "no_merchant") return problem(404, "Not found", "There is no such shop among yours.");
    const { call } = entry;
    if (!hasRole(call.role, role)) return problem(403, "Forbidden", `Your role here is ${call.role}; this takes ${role}.`);
    const refusal = await refuseVisitor(runtime, call, { name, request, isKept: isChange && isAudited });
    if (refusal !== null) return refusal;

    const audit =
      isChange && isAudited ? await openAuditEntry(runtime, { merchantId: call.merchant.id, user: call.user, action: name }) : null;
    try {
      const response = await handler({ services, runtime, call, request, params: await context.params });
      await audit?.close(response.ok ? "done" : "refused");
      response.headers.set("x-request-id", requestId);
      return response;
    } catch (error) {
      await audit?.close("failed");
      log(runtime.config.logLevel, "error", { requestId, route: name, error });
      return problem(500, "Something went wrong", "Something went wrong on our side. Nothing was changed; please try again.");
    }
  };
}
