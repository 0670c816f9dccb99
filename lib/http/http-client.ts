export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For the whole of it: name, connection, answer and body. */
  timeoutMs: number;
  /** What is longer is cut; 64 KB unless told. */
  maxBodyBytes?: number;
  /** The operator's settings name this address, so it may be private. Never for an address that a merchant gave. */
  isFromSettings?: boolean;
}

export type HttpAnswer =
  | { kind: "answer"; status: number; headers: Readonly<Record<string, string>> /** Cut at `maxBodyBytes`. */; body: string }
  /** The address, or what it resolves to, is private, loopback or link-local, or no address at all. */
  | { kind: "refused_target"; problem: string }
  | {
      kind: "no_answer";
      problem: string;
      isTimeout: boolean;
      /** No connection came about, so nobody has read a word of it. */
      isUnsent?: true;
    };

/** Requests to the world outside. Never throws, never follows a redirect. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}
