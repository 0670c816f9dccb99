import type { PayloadsTable } from "#lib/db/schema.ts";
import { type ParsedJson, parseJson } from "#lib/shared/json.ts";

export type StoredBody = Pick<PayloadsTable, "body" | "body_encoding">;

/** Bytes as they came → as any database keeps them without changing one: text, or base64 for what is no text or holds a NUL. */
export function encodeBody(bytes: Uint8Array): StoredBody {
  const text = decodeText(bytes);
  return text === null || text.includes("\0")
    ? { body: Buffer.from(bytes).toString("base64"), body_encoding: "base64" }
    : { body: text, body_encoding: "utf8" };
}

export function parseBody({ body, body_encoding }: StoredBody): ParsedJson | { kind: "no_text" } {
  const text = body_encoding === "utf8" ? body : decodeText(Buffer.from(body, "base64"));
  return text === null ? { kind: "no_text" } : parseJson(text);
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
