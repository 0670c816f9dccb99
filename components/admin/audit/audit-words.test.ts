import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AUDIT_WORDS, actionTitle, areaOf } from "./audit-words.ts";

const root = join(import.meta.dirname, "../../..");

/** What makes an entry: actions, routes that change something, and what is written down by hand. */
const WRITERS = [
  /consoleAction\(\{([\s\S]*?)\brun\b/g,
  /const (?!GET)\w+ = consoleRoute(?:<[^>]*>)?\(\s*\{([^}]*)\}/g,
  /(action: "[^"]+")/g,
];

/** Every name under which the console writes into the audit log. */
function auditedNames(): string[] {
  const files = ["app/(admin)", "lib/accounts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(root, folder, path)),
  );
  const texts = files.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)).map((path) => readFileSync(path, "utf8"));
  const heads = texts.flatMap((text) => WRITERS.flatMap((writer) => [...text.matchAll(writer)].map(([, head]) => head ?? "")));
  return heads
    .filter((head) => !head.includes("isAudited: false"))
    .flatMap((head) => /(?:name|action): "([a-z]+\.[a-z_-]+)"/.exec(head)?.[1] ?? []);
}

describe("the audit log's words", () => {
  const names = [...new Set(auditedNames())].sort();

  it("are looked for in all of the console", () => {
    expect(names).toEqual(expect.arrayContaining(["brand.publish", "endpoint.create", "team.join"]));
  });

  it.each(names)("tell of %s", (name) => {
    expect(AUDIT_WORDS).toHaveProperty([name]);
    expect(areaOf(name)).not.toBe("Other");
  });

  it("are a list of choices, too", () => {
    expect(actionTitle("key.create")).toBe("Created an API key");
    expect(actionTitle("moon.land")).toBe("Moon.land");
    expect(areaOf("moon.land")).toBe("Other");
  });
});
