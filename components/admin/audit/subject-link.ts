interface SubjectWords {
  /** What it is. */
  noun: string;
  /** Where it can be seen; null where it has no screen of its own. */
  path: ((id: string) => string) | null;
}

/** By how its id begins. */
const SUBJECTS: Readonly<Record<string, SubjectWords>> = {
  trk: { noun: "the parcel", path: (id) => `/admin/parcels/${id}` },
  hook: { noun: "the endpoint", path: (id) => `/admin/endpoints/${id}` },
  src: { noun: "the source", path: (id) => `/admin/sources/${id}` },
  imp: { noun: "the import", path: (id) => `/admin/imports/${id}` },
  key: { noun: "the key", path: () => "/admin/keys" },
  usr: { noun: "the member", path: () => "/admin/team" },
  inv: { noun: "the invitation", path: () => "/admin/team" },
  dom: { noun: "the domain", path: () => "/admin/domains" },
  ord: { noun: "the order", path: null },
  dlv: { noun: "a delivery", path: null },
  pay: { noun: "a payload", path: null },
  ntc: { noun: "a notice", path: null },
  img: { noun: "a picture", path: null },
};

export interface SubjectView {
  text: string;
  href: string | null;
}

/** What an action was done to: an id leads to its screen, anything else stands as it is. */
export function subjectView(subject: string): SubjectView {
  const known = /^([a-z]{3,4})_[\da-z]+$/.exec(subject);
  const words = known && SUBJECTS[known[1] ?? ""];
  return words ? { text: words.noun, href: words.path?.(subject) ?? null } : { text: subject, href: null };
}
