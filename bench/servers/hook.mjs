/** The least that can take in a webhook: read the body, check EasyPost's signature, answer, keep nothing. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { BENCH_SECRET = "", PORT } = process.env;

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const wanted = `hmac-sha256-hex=${createHmac("sha256", BENCH_SECRET).update(Buffer.concat(chunks)).digest("hex")}`;
  const given = String(request.headers["x-hmac-signature"] ?? "");
  const isGenuine = given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
  response.writeHead(isGenuine ? 200 : 401).end();
}).listen(Number(PORT), "127.0.0.1");
