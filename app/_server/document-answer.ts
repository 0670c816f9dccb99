/** A whole answer, before it is compressed and sent. */
export interface DocumentAnswer {
  status: number;
  headers: Record<string, string>;
  /** Null for redirects. Called only when the body is really needed. */
  body: (() => string | Promise<string>) | null;
  /** Names the exact bytes: the same tag is the same body. Null for answers that are not worth keeping. */
  etag: string | null;
}
