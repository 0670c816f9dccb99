/** One row per fault we can name: its HTTP status and whether trying again can help. */
export const ERROR_CODES = {
  config_invalid: { httpStatus: 500, retryable: false },
  merchant_unknown: { httpStatus: 404, retryable: false },
  carrier_unknown: { httpStatus: 404, retryable: false },
  input_invalid: { httpStatus: 422, retryable: false },
  payload_unreadable: { httpStatus: 422, retryable: false },
  secret_unreadable: { httpStatus: 500, retryable: false },
  database_unavailable: { httpStatus: 503, retryable: true },
  internal: { httpStatus: 500, retryable: true },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** `message` is for us and may name internals; `publicMessage` is for the person who asked. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly publicMessage: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, init: { message: string; publicMessage?: string; details?: Record<string, unknown>; cause?: unknown }) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = code;
    this.publicMessage = init.publicMessage ?? "Something went wrong on our side. Please try again in a moment.";
    this.details = init.details ?? {};
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}
