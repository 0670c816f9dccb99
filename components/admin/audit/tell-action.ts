import { AUDIT_WORDS } from "./audit-words.ts";

/** The screens of things, by how their ids begin; what has none leads nowhere. */
const SCREENS: Readonly<Record<string, (id: string) => string>> = {
  trk: (id) => `/admin/parcels/${id}`,
  hook: (id) => `/admin/endpoints/${id}`,
  src: (id) => `/admin/sources/${id}`,
  imp: (id) => `/admin/imports/${id}`,
  key: () => "/admin/keys",
  usr: () => "/admin/team",
  inv: () => "/admin/team",
  dom: () => "/admin/domains",
};

const ID = /^([a-z]{3,4})_[\da-z]+$/;

export interface ActionTold {
  /** `thing` is what it was done to; empty where the words name none. */
  before: string;
  thing: string;
  after: string;
  href: string | null;
  /** What it is called, where that says more than an id. */
  name: string | null;
}

/** What was done to what, to be read after somebody's name. */
export function tellAction(action: string, subject: string | null): ActionTold {
  const words = AUDIT_WORDS[action] ?? `did ${action}`;
  const [, before = words, thing = "", after = ""] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(words) ?? [];
  const prefix = subject === null ? undefined : ID.exec(subject)?.[1];
  const href = prefix === undefined || subject === null ? null : (SCREENS[prefix]?.(subject) ?? null);
  return { before, thing, after, href, name: prefix === undefined ? subject : null };
}
