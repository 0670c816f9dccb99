import { passkey } from "@better-auth/passkey";
import type { BetterAuthOptions } from "better-auth";
import { APIError } from "better-auth/api";
import type { Config } from "#lib/config/config.ts";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./find-password-issues.ts";
import { sessionPlugin } from "./session-plugin.ts";

export const AUTH_PATH = "/admin/auth";
/** In which the library is told the address that our own server saw; whatever a client says in it is overwritten. */
export const ADDRESS_HEADER = "x-waymark-address";

const DAY_S = 24 * 60 * 60;
const DATES = { createdAt: "created_at", updatedAt: "updated_at" } as const;

/** How the library is to work: our tables, our cookies, nothing that calls out, nothing but passwords and passkeys. */
export function libraryOptions({ config, random, secret }: { config: Pick<Config, "publicOrigin">; random: RandomBytes; secret: string }) {
  const { publicOrigin } = config;
  return {
    appName: "Waymark",
    baseURL: publicOrigin,
    basePath: AUTH_PATH,
    secret,
    telemetry: { enabled: false },
    logger: { level: "error" },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      modelName: "sessions",
      fields: { userId: "user_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...DATES },
      additionalFields: { merchantId: { type: "string", required: false, input: false, fieldName: "merchant_id" } },
      expiresIn: 30 * DAY_S,
      // How exact "last seen" is.
      updateAge: 60 * 60,
    },
    user: { modelName: "users", fields: { emailVerified: "email_verified", ...DATES } },
    account: { modelName: "credentials", fields: CREDENTIAL_FIELDS },
    verification: { modelName: "verifications", fields: { expiresAt: "expires_at", ...DATES }, storeIdentifier: "hashed" },
    advanced: {
      cookiePrefix: "waymark",
      useSecureCookies: publicOrigin.startsWith("https:"),
      defaultCookieAttributes: { path: "/admin", httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => randomToken(random) },
    },
    plugins: [sessionPlugin, passkeyPlugin(publicOrigin)],
  } satisfies BetterAuthOptions;
}

const CREDENTIAL_FIELDS = {
  userId: "user_id",
  accountId: "account_id",
  providerId: "provider_id",
  accessToken: "access_token",
  refreshToken: "refresh_token",
  idToken: "id_token",
  accessTokenExpiresAt: "access_token_expires_at",
  refreshTokenExpiresAt: "refresh_token_expires_at",
  ...DATES,
} as const;

const passkeyPlugin = (publicOrigin: string) =>
  passkey({
    rpID: new URL(publicOrigin).hostname,
    rpName: "Waymark",
    origin: publicOrigin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    authentication: {
      // A passkey stands for a password as well: the finger or PIN must have been there.
      async afterVerification({ verification }) {
        if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
      },
    },
    advanced: { webAuthnChallengeCookie: "passkey" },
    schema: {
      passkey: {
        modelName: "passkeys",
        fields: {
          userId: "user_id",
          publicKey: "public_key",
          credentialID: "credential_id",
          deviceType: "device_type",
          backedUp: "backed_up",
          createdAt: "created_at",
        },
      },
    },
  });
