import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";

const app = next({ dev: false, dir: fileURLToPath(new URL("../rsc", import.meta.url)) });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(Number(process.env.PORT), "127.0.0.1");
