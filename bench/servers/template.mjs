/** Bare node:http and template text: every text of the page is escaped and joined anew for each request. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** Markup and text by turns. */
const pieces = readFileSync(process.env.BENCH_HTML, "utf8").split(/(?<=>)([^<>]+)(?=<)/);
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

createServer((request, response) => {
  const number = request.url.slice(request.url.lastIndexOf("/") + 1);
  const html = pieces.map((piece, index) => (index % 2 ? escapeText(piece) : piece)).join("") + number;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(html) });
  response.end(html);
}).listen(Number(process.env.PORT), "127.0.0.1");
