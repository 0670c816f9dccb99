/** Keeps the most recently used values within a budget of bytes. */
export class BodyCache {
  readonly #entries = new Map<string, Uint8Array>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Uint8Array | undefined {
    const body = this.#entries.get(key);
    if (body) {
      this.#entries.delete(key);
      this.#entries.set(key, body);
    }
    return body;
  }

  /** A piece of a larger buffer is copied out of it: it would keep the whole. */
  set(key: string, body: Uint8Array): void {
    const kept = body.byteLength < body.buffer.byteLength ? new Uint8Array(body) : body;
    this.#delete(key);
    this.#entries.set(key, kept);
    this.#bytes += body.byteLength;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#delete(oldest);
    }
  }

  #delete(key: string): void {
    const body = this.#entries.get(key);
    if (!body) return;
    this.#entries.delete(key);
    this.#bytes -= body.byteLength;
  }
}
