import type { SourceOverview } from "#lib/overview/list-sources-with-state.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Role } from "#lib/shared/role.ts";

/** What every part of a source's screen is drawn from. */
export interface SourcePanelProps {
  source: SourceOverview;
  merchant: string;
  role: Role;
  now: Instant;
}
