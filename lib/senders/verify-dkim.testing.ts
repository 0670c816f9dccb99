import { createHash, createPublicKey, createVerify } from "node:crypto";
import type { Dns } from "#lib/dns/dns.ts";
import { readTagList } from "./tag-list.ts";

interface Verdict {
  isGenuine: boolean;
  domain: string | null;
  selector: string | null;
  signedHeaders: string[];
}

/** Checks a mail's signature as a receiver does: RFC 6376, relaxed/relaxed, with the key that DNS holds. */
export async function verifyDkim(raw: string, dns: Dns): Promise<Verdict> {
  const [, head = "", body = ""] = /^(.*?)\r\n\r\n(.*)$/s.exec(raw) ?? [];
  const headers = head.split(/\r\n(?![ \t])/).map((line) => ({ name: line.slice(0, line.indexOf(":")).toLowerCase(), line }));
  const signature = headers.find(({ name }) => name === "dkim-signature");
  const tags = readTagList(signature?.line.slice(signature.line.indexOf(":") + 1) ?? "");
  const [domain, selector] = [tags?.get("d") ?? null, tags?.get("s") ?? null];
  const signedHeaders = (tags?.get("h") ?? "").toLowerCase().split(":");
  const verdict = { domain, selector, signedHeaders };
  if (!signature || tags?.get("c") !== "relaxed/relaxed" || tags.get("a") !== "rsa-sha256") return { ...verdict, isGenuine: false };

  const bodyHash = createHash("sha256").update(relaxBody(body), "latin1").digest("base64");
  // Each name in `h` stands for the lowest header of that name not taken yet.
  const left = [...headers];
  const taken = signedHeaders.flatMap((name) => {
    const index = left.findLastIndex((header) => header.name === name);
    return index < 0 ? [] : left.splice(index, 1).map(({ line }) => `${relaxHeader(line)}\r\n`);
  });
  const signed = taken.join("") + relaxHeader(signature.line.replace(/([;\s]b=)[^;]*/, "$1"));
  const answer = await dns.ask("TXT", `${selector}._domainkey.${domain}`);
  const key = answer.kind === "found" ? (readTagList(answer.records[0] ?? "")?.get("p") ?? "") : "";
  const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
  const isSigned = createVerify("rsa-sha256")
    .update(signed, "latin1")
    .verify(publicKey, tags.get("b") ?? "", "base64");
  return { ...verdict, isGenuine: isSigned && bodyHash === tags.get("bh") };
}

function relaxHeader(line: string): string {
  const colon = line.indexOf(":");
  const value = line
    .slice(colon + 1)
    .replaceAll(/\r\n/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
}

function relaxBody(body: string): string {
  const lines = body.replaceAll(/[ \t]+(?=\r\n|$)/g, "").replaceAll(/[ \t]+/g, " ");
  const text = lines.replace(/(?:\r\n)+$/, "");
  return text === "" ? "" : `${text}\r\n`;
}
