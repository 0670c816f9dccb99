import type { ConsoleCall } from "#app/_server/console/console-call.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** What a list of the messages' screen is loaded and drawn from. */
export interface ListPanelProps {
  runtime: Runtime;
  call: ConsoleCall;
  /** The address' query, which says what page of which list is looked at. */
  asked: Readonly<Record<string, string | string[] | undefined>>;
  at: { path: string; mode: Mode };
}

export const ROWS_A_PAGE = 50;
