import type { Instant } from "#lib/shared/clock.ts";

interface MaybeSandbox {
  /** Null for a merchant that is here to stay. */
  expiresAt: Instant | null;
}

/** Whether a merchant is a visitor's, on a demo that anybody may enter. */
export const isSandbox = ({ expiresAt }: MaybeSandbox) => expiresAt !== null;

/** What a visitor may do: everything that stays within the sandbox, by the first part of the action's name. */
const OPEN = new Set(["brand", "image", "parcel", "payload", "order", "import", "notice", "shop", "message"]);

/** What would leave it: mail to strangers, requests to anywhere, names in DNS, ways in that outlive the visit. */
const CLOSED = new Map([
  ["team", "A visitor's shop has no team: nobody can be invited from here."],
  ["domain", "A visitor's shop cannot have a domain of its own."],
  ["endpoint", "A visitor's shop calls no endpoints: nothing is sent from here."],
  ["source", "A visitor's shop has no sources: no provider is asked from here."],
  ["key", "A visitor's shop has no API keys."],
  ["sender", "A visitor's shop writes from no domain of its own."],
  ["sms", "A visitor's shop sends no SMS."],
  ["mail", "A visitor's shop sends no mails."],
  ["report", "A visitor's shop sends no mails, so none bounce."],
  ["account", "A visitor has no account to change."],
]);

const REST = "A visitor's shop cannot do this.";
const OWN = "Run Waymark yourself to do it: it takes one command.";

/**
 * Why a visitor may not do what an action of that name (`endpoint.create`) does; null where they may, and for everybody else.
 * Every action and route of the console asks here; a sandbox has no API keys, so nothing else acts for it.
 */
export function sandboxRefusal(merchant: MaybeSandbox, action: string): string | null {
  const [area = ""] = action.split(".");
  return isSandbox(merchant) && !OPEN.has(area) ? `${CLOSED.get(area) ?? REST} ${OWN}` : null;
}
