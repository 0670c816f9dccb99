import { createHash } from "node:crypto";
import type { DBAdapter } from "better-auth/types";

type Where = Parameters<DBAdapter["findOne"]>[0]["where"][number];
type Row = Record<string, unknown>;

/** A token is 190 random bits, which nobody can try out: so a plain digest is enough, and can be looked up. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The library's way to the database, save that no session can be taken over by who reads it there: only digests of tokens are kept. */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  const hashed: DBAdapter = {
    ...adapter,
    create: async (input) => {
      const { token } = input.data as Row;
      if (input.model !== "session" || typeof token !== "string") return adapter.create(input);
      const row = await adapter.create({ ...input, data: { ...input.data, token: hashSessionToken(token) } });
      return { ...row, token } as never;
    },
    findOne: async (input) => withToken(await adapter.findOne(hashWhere(input)), input),
    update: async (input) => withToken(await adapter.update(hashWhere(input)), input),
    consumeOne: async (input) => withToken(await adapter.consumeOne(hashWhere(input)), input),
    findMany: (input) => adapter.findMany(hashWhere(input)),
    count: (input) => adapter.count(hashWhere(input)),
    updateMany: (input) => adapter.updateMany(hashWhere(input)),
    delete: (input) => adapter.delete(hashWhere(input)),
    deleteMany: (input) => adapter.deleteMany(hashWhere(input)),
    incrementOne: (input) => adapter.incrementOne(hashWhere(input)),
    transaction: (work) => work(hashed),
  };
  return hashed;
}

const isToken = ({ field }: Where) => field === "token";

function hashWhere<Input extends { model: string; where?: Where[] | undefined }>(input: Input): Input {
  if (input.model !== "session" || !input.where?.some(isToken)) return input;
  return {
    ...input,
    where: input.where.map((condition) => (isToken(condition) ? { ...condition, value: hashValue(condition.value) } : condition)),
  };
}

function hashValue(value: Where["value"]): Where["value"] {
  if (typeof value === "string") return hashSessionToken(value);
  return Array.isArray(value) ? value.map((each) => hashSessionToken(String(each))) : value;
}

/** Whoever asked by a token gets that token back: it goes into the cookie again. */
function withToken<Found>(found: Found | null, { model, where }: { model: string; where: Where[] }): Found | null {
  const token = where.find(isToken)?.value;
  return found !== null && model === "session" && typeof token === "string" ? { ...found, token } : found;
}
