export const ROLES = ["owner", "editor", "viewer"] as const;
/** What a member may do: an owner everything, an editor everything but people, keys and domains, a viewer nothing but look. */
export type Role = (typeof ROLES)[number];

export function hasRole(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(least);
}
