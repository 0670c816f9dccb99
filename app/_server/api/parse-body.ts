import { parseJson } from "#lib/shared/json.ts";
import { parseForm } from "./parse-form.ts";

export type ParsedBody = { kind: "parsed"; value: unknown } | { kind: "malformed"; message: string };

const DEEPEST_JSON = 64;
const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = /^(?:application|text)\/(?:[\w.-]+\+)?json$/;

/**
 * The bytes of a body → plain data, by its content type; undefined where there is nothing in it. What begins like JSON is read as JSON even
 * where the type says form, plain text or nothing, as `curl -d` and some clients send it.
 */
export function parseBody(bytes: Uint8Array, contentType: string | null): ParsedBody {
  const { type, charset } = readContentType(contentType);
  const text = decode(bytes, charset);
  if (text === null) return malformed(`The body is not valid text in ${charset}. Send it in UTF-8.`);
  const body = text.trim();
  if (body === "") return { kind: "parsed", value: undefined };

  if (JSON_TYPE.test(type) || /^[{["]/.test(body)) return parseJsonBody(text);
  if (type === FORM) {
    const form = parseForm(body);
    return form.kind === "parsed" ? form : malformed(`The body cannot be read: ${form.message}.`);
  }
  return malformed("The body is neither JSON nor a form. Send JSON, with the header content-type: application/json.");
}

const malformed = (message: string): ParsedBody => ({ kind: "malformed", message });

function readContentType(header: string | null): { type: string; charset: string } {
  const [type = "", ...parameters] = (header ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  return { type, charset: charset?.replaceAll('"', "") || "utf-8" };
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseJsonBody(text: string): ParsedBody {
  const json = parseJson(text);
  if (json.kind === "malformed") return malformed(`The body is ${json.message}.`);
  if (isDeeperThan(json.value, DEEPEST_JSON)) return malformed(`The body is nested more than ${DEEPEST_JSON} levels deep.`);
  return { kind: "parsed", value: json.value };
}

/** Level by level, since recursion is what such a body wants to exhaust. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((node) => (typeof node === "object" && node !== null ? Object.values(node) : []));
    if (level.length === 0) return false;
  }
  return true;
}
