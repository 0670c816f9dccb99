interface Words {
  code: RegExp;
  problem: string;
  isTimeout?: true;
  isUnsent?: true;
}

/** What a failed connection's code means; certificates have many codes, all alike in what they start with. */
const WORDS: readonly Words[] = [
  { code: /^ENOTFOUND$|^EAI_/, problem: "its host name cannot be resolved", isUnsent: true },
  { code: /^ECONNREFUSED$/, problem: "the connection was refused", isUnsent: true },
  { code: /^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$/, problem: "the connection was cut before the answer was whole" },
  { code: /^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$/, problem: "its network cannot be reached" },
  { code: /^UND_ERR_CONNECT_TIMEOUT$/, problem: "no connection in time", isTimeout: true, isUnsent: true },
  { code: /TIMEOUT$|^ETIMEDOUT$/, problem: "no connection in time", isTimeout: true },
  {
    code: /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$/,
    problem: "no secure connection could be made: check its certificate",
    isUnsent: true,
  },
  {
    code: /^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$|CONTENT_LENGTH_MISMATCH$/,
    problem: "what it answered is not HTTP as we know it",
  },
  { code: /^UND_ERR_INVALID_ARG$/, problem: "the request cannot be made: check its headers" },
];

/** A failed request in words that hold neither address nor header. */
export function explainFailure(error: unknown): { problem: string; isTimeout: boolean; isUnsent?: true } {
  const code = codeOf(error);
  const row = WORDS.find((words) => words.code.test(code));
  const problem = row?.problem ?? (code === "" ? "the request failed" : `the request failed (${code})`);
  return { problem, isTimeout: row?.isTimeout ?? false, ...(row?.isUnsent && { isUnsent: true }) };
}

/** A name where there is no code. Where several addresses of a host were tried, the first failure speaks for all. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause) || error.name;
}
