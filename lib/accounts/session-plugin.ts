import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** What the library lacks, for the server alone: a session for somebody who has proved who they are in another way. */
export const sessionPlugin = {
  id: "waymark-sessions",
  endpoints: {
    startSession: createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ userId: z.string() }) }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new APIError("NOT_FOUND");
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { sessionId: session.id };
    }),
  },
} satisfies BetterAuthPlugin;
