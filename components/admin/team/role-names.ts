import type { Role } from "#lib/shared/role.ts";

export const ROLE_NAMES: Readonly<Record<Role, { name: string; meaning: string }>> = {
  owner: { name: "Owner", meaning: "May do everything: people, keys and domains too." },
  editor: { name: "Editor", meaning: "Shapes the tracking page, and looks after parcels." },
  viewer: { name: "Viewer", meaning: "Sees everything, changes nothing." },
};
