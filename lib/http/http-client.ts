export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
}

export type HttpAnswer =
  | { kind: "answer"; status: number; headers: Readonly<Record<string, string>> /** Cut at the client's limit. */; body: string }
  /** The address, or what it resolves to, is private, loopback or link-local, or no address at all. */
  | { kind: "refused_target"; problem: string }
  | { kind: "no_answer"; problem: string; isTimeout: boolean };

/** Requests to the world outside. Never throws, never follows a redirect. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}
