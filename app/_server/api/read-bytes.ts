export type BytesRead = { kind: "read"; bytes: Uint8Array } | { kind: "too_large" } | { kind: "broken_off" };

/** A body's bytes, counted while they come, so that nobody fills the memory; a longer one is left where it is. */
export async function readBytes(request: Pick<Request, "body" | "headers">, mostBytes: number): Promise<BytesRead> {
  if (Number(request.headers.get("content-length")) > mostBytes) return { kind: "too_large" };
  if (!request.body) return { kind: "read", bytes: new Uint8Array() };

  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Left early it must not be cancelled: Next goes on writing to a cancelled body, and throws.
    for await (const chunk of request.body.values({ preventCancel: true })) {
      length += chunk.byteLength;
      if (length > mostBytes) return { kind: "too_large" };
      chunks.push(chunk);
    }
  } catch {
    // The sender went away in the middle: nothing of ours is broken.
    return { kind: "broken_off" };
  }
  return { kind: "read", bytes: Buffer.concat(chunks) };
}
