/** What a failed connection's code means; certificates have many codes, all alike in what they start with. */
const WORDS: readonly [code: RegExp, problem: string, isTimeout?: true][] = [
  [/^ENOTFOUND$|^EAI_/, "its host name cannot be resolved"],
  [/^ECONNREFUSED$/, "the connection was refused"],
  [/^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$/, "the connection was cut before the answer was whole"],
  [/^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$/, "its network cannot be reached"],
  [/TIMEOUT$|^ETIMEDOUT$/, "no connection in time", true],
  [/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$/, "no secure connection could be made: check its certificate"],
  [/^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$|CONTENT_LENGTH_MISMATCH$/, "what it answered is not HTTP as we know it"],
  [/^UND_ERR_INVALID_ARG$/, "the request cannot be made: check its headers"],
];

/** A failed request in words that hold neither address nor header. */
export function explainFailure(error: unknown): { problem: string; isTimeout: boolean } {
  const code = codeOf(error);
  const row = WORDS.find(([pattern]) => pattern.test(code));
  if (row) return { problem: row[1], isTimeout: row[2] ?? false };
  return { problem: code === "" ? "the request failed" : `the request failed (${code})`, isTimeout: false };
}

/** A name where there is no code. Where several addresses of a host were tried, the first failure speaks for all. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause) || error.name;
}
