import { Agent, request } from "node:http";

/**
 * Asks a server for `paths`, one after the other on each of `connections` kept connections.
 * @returns latencies in milliseconds, bytes received, and how the answers were spread over statuses
 */
export async function load({ port, paths, connections = 8, headers = {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  const statuses = {};
  let bytes = 0;
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < paths.length) {
        const path = paths[next++];
        const begun = performance.now();
        const answer = await get({ agent, port, path, headers });
        latencies.push(performance.now() - begun);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        bytes += answer.bytes;
      }
    }),
  );
  agent.destroy();
  return { latencies, statuses, bytes, elapsedMs: performance.now() - started };
}

function get(options) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", ...options }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve({ status: response.statusCode, bytes }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function median(values) {
  return percentile(values, 0.5);
}
