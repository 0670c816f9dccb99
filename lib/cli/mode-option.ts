import { MODES, type Mode } from "#lib/tracking/snapshot.ts";
import type { CommandArguments } from "./command.ts";

const CHOICE = MODES.join(" or ");

/** What `--help` says of it; `meaning` goes on from the two words. */
export const modeOption = (meaning: string) => ({ type: "string" as const, description: `${CHOICE}${meaning}` });

/** The mode that `--mode` names; a sentence where it names none. */
export function readModeOption({ mode }: CommandArguments["options"]): { mode: Mode } | string {
  const known = MODES.find((word) => word === mode);
  return known ? { mode: known } : `Which mode? --mode is ${CHOICE}.`;
}
