import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/shared/errors.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";

export const SECRET_KEY_FILE = "secret.key";
const KEY_BYTES = 32;
const SHORTEST_KEY_TEXT = 32;

/**
 * The key kept beside the database, made where there is none, for its owner's eyes only.
 * It is written under another name first and then linked: of two processes one wins, and neither reads half a key.
 */
export function readOrMakeSecretKey(dataDir: string, random: RandomBytes): string {
  const path = join(dataDir, SECRET_KEY_FILE);
  try {
    const text = readKey(path) ?? makeKey(dataDir, path, random);
    if (text.length >= SHORTEST_KEY_TEXT) return text;
  } catch (cause) {
    throw new AppError("secret_unreadable", {
      message: `The key in ${path} can be neither read nor made (${codeOf(cause)}). Check the folder's permissions, or set SECRET_KEY.`,
      cause,
    });
  }
  throw new AppError("secret_unreadable", {
    message: `The key in ${path} is shorter than ${SHORTEST_KEY_TEXT} characters, so it has been damaged. Restore it from a backup, or set SECRET_KEY.`,
  });
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function makeKey(dataDir: string, path: string, random: RandomBytes): string {
  const draft = `${path}.${randomUUID()}`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    const text = Buffer.from(random(KEY_BYTES)).toString("base64url");
    writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: "wx", flush: true });
    linkSync(draft, path);
    return text;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return readFileSync(path, "utf8").trim();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const codeOf = (error: unknown): string => (error instanceof Error ? String(Reflect.get(error, "code") ?? error.message) : String(error));
