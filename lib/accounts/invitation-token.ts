import { createHash } from "node:crypto";

/** A token is 160 random bits: a plain digest is enough, and can be looked up. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function joinUrl(publicOrigin: string, token: string): string {
  return `${publicOrigin}/admin/join/${token}`;
}
