import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

interface ConsoleMerchant {
  id: MerchantId;
  slug: string;
  name: string;
  /** When a visitor's sandbox ends; null for a real merchant. */
  expiresAt: Instant | null;
}

/** Who is at the screen, in which merchant's console, with which rights: what every page, action and route of it starts from. */
export interface ConsoleCall {
  user: { id: UserId; name: string; email: string };
  sessionId: string;
  merchant: ConsoleMerchant;
  role: Role;
  /** Every console this person may open. */
  memberships: readonly { merchant: ConsoleMerchant; role: Role }[];
}
