/** (a) The least a server can do: the same HTML for everybody, from memory. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const html = readFileSync(process.env.BENCH_HTML);

createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": html.byteLength });
  response.end(html);
}).listen(Number(process.env.PORT), "127.0.0.1");
