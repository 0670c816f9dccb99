/** A whole answer, before it is compressed and sent. */
export interface DocumentAnswer {
  status: number;
  headers: Record<string, string>;
  /** Null for redirects. Called only when the body is really needed. */
  body: (() => DocumentBody) | null;
  /** The body is compressed in itself, and goes out as it is. */
  isCompressed?: boolean;
  /** Names the exact bytes: the same tag is the same body. Null for answers that are not worth keeping. */
  etag: string | null;
}

export type DocumentBody = string | Uint8Array | Promise<string | Uint8Array | Stopgap>;

/** Stands in for the body that could not be made just now: it is not what the tag names, and nobody keeps it. */
export interface Stopgap {
  stopgap: Uint8Array;
}
