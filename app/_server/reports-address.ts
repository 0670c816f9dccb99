import { problem } from "./problem.ts";

/** Whoever knows it may report. */
export interface ReportsAddress {
  token: string;
}

export const tokenUnknown = () =>
  problem(404, "No such address", "Nobody's reports come here. Copy the address from the console's messages.");
