/** The web process: Next behind a plain HTTP server that says who is really asking and stops when told. */
import { createServer } from "node:http";
import next from "next";
import { readConfig } from "#lib/config/config.ts";
import { dressConsole, isConsole, sendHome } from "./console/console-front.ts";
import { isRefused, markRequest, translateHeaders } from "./front.ts";
import { hangUpAfterEarlyAnswer, isBehindLastAnswer } from "./hang-up.ts";
import { slot } from "./services-slot.ts";
import { createStaticFiles } from "./static-files.ts";

/** Nothing that comes in is large, so nobody needs minutes to say it. */
const TIMEOUTS = { headersTimeout: 20_000, requestTimeout: 60_000 };

const config = readConfig(process.env);
const dev = process.argv.includes("--dev");
const app = next({ dev, dir: process.cwd(), hostname: config.host, port: config.port });
await app.prepare();
const handle = app.getRequestHandler();
const serveStaticFile = createStaticFiles("public", { dev, compress: config.compress });

// Nothing here speaks another protocol, save the dev server to its browser; clients that offer one are answered in plain HTTP.
const server = createServer({ shouldUpgradeCallback: () => dev, ...TIMEOUTS }, (request, response) => {
  if (isBehindLastAnswer(request)) return;
  hangUpAfterEarlyAnswer(request, response);
  if (isRefused(request)) return void response.writeHead(405, { allow: "GET, HEAD, OPTIONS" }).end();
  markRequest(request);
  translateHeaders(response);
  if (isConsole(request)) {
    if (sendHome(request, response, config.publicOrigin)) return;
    dressConsole(request, response, { dev });
  }
  serveStaticFile(request, response, () => void handle(request, response));
});

server.on("error", (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `Port ${config.port} is already in use. Set PORT to another one.` : error.message);
  process.exit(1);
});
server.listen(config.port, config.host, () => process.send?.("ready"));

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.close(async () => {
    await app.close();
    await slot.waymarkServices?.then(({ runtime }) => runtime.close());
    process.exit(0);
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
/** Whoever started us is gone, and with it whoever could stop us. */
process.on("disconnect", stop);
