import dns from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { explainFailure } from "./explain-failure.ts";
import { guardLookup, RefusedTarget } from "./guarded-lookup.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "./http-client.ts";
import { readTarget } from "./read-target.ts";

const DEFAULT_MAX_BODY_BYTES = 64 * 1024;
const USER_AGENT = "Waymark";

/**
 * A client that looks where it goes: unless private targets are allowed, or the operator's settings name the address, the address
 * a name resolves to is checked as it is connected to. It takes no proxy from the environment. `lookup` is there for tests.
 */
export function createHttpClient(options: { allowPrivateTargets: boolean; lookup?: LookupFunction }): HttpClient {
  const lookup: LookupFunction = options.lookup ?? dns.lookup;
  const open = createAgent(lookup);
  const guarded = options.allowPrivateTargets ? open : createAgent(guardLookup(lookup));

  return {
    async request(request) {
      const allowPrivate = options.allowPrivateTargets || request.isFromSettings === true;
      const target = readTarget(request.url, { allowPrivate });
      if (target.kind === "refused") return { kind: "refused_target", problem: target.problem };

      const abort = new AbortController();
      const outOfTime = Promise.withResolvers<HttpAnswer>();
      const timer = setTimeout(() => {
        outOfTime.resolve({ kind: "no_answer", problem: `no answer within ${request.timeoutMs / 1000} s`, isTimeout: true });
        abort.abort();
      }, request.timeoutMs);
      try {
        // undici only hears of an abort once it is connected, so the clock has the last word.
        return await Promise.race([
          send(allowPrivate ? open : guarded, target.url, { ...request, signal: abort.signal }),
          outOfTime.promise,
        ]);
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await Promise.all([...new Set([open, guarded])].map((agent) => agent.destroy()));
    },
  };
}

function createAgent(lookup: LookupFunction): Agent {
  return new Agent({ connect: { lookup, timeout: 10_000 }, allowH2: false });
}

async function send(agent: Agent, url: URL, request: HttpRequest & { signal: AbortSignal }): Promise<HttpAnswer> {
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: { "user-agent": USER_AGENT, ...request.headers },
      body: request.body ?? null,
      signal: request.signal,
    });
    const body = await readBody(answer.body, request.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES);
    return { kind: "answer", status: answer.statusCode, headers: flatten(answer.headers), body };
  } catch (error) {
    if (error instanceof RefusedTarget) return { kind: "refused_target", problem: error.message };
    return { kind: "no_answer", ...explainFailure(error) };
  }
}

async function readBody(body: Dispatcher.ResponseData["body"], maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** undici has put the names into lower case already. */
function flatten(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));
}
