import { AppError, type ErrorCode } from "#lib/shared/errors.ts";
import type { ApiFault } from "./dialect.ts";

/** What went wrong on our side, as far as the caller may know it. Codes that are absent are nobody's business. */
const FAULTS: Partial<Record<ErrorCode, ApiFault>> = {
  database_unavailable: { kind: "unavailable", message: "The service is not available right now. Please try again in a few seconds." },
};
const INTERNAL: ApiFault = { kind: "internal", message: "Something went wrong on our side. Please try again in a moment." };

/** What a thrown error is to the caller; what it is to us belongs in the log. */
export function faultOf(error: unknown): ApiFault {
  return (error instanceof AppError && FAULTS[error.code]) || INTERNAL;
}
