import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { serve } from "./serve.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A project whose web process does only this. */
function projectWith(script: string): string {
  const root = mkdtempSync(join(folder, "project-"));
  mkdirSync(join(root, "app/_server"), { recursive: true });
  writeFileSync(join(root, "app/_server/serve.ts"), script);
  return root;
}

async function outcomeOf(script: string) {
  let readies = 0;
  const exitCode = await serve(projectWith(script), { dev: false, onReady: () => (readies += 1) });
  return { exitCode, readies };
}

describe("serving", { timeout: 20_000 }, () => {
  it("says that all is ready once the web process listens, and ends as it ends", async () => {
    expect(await outcomeOf(`process.send("ready", () => process.exit(0));`)).toEqual({ exitCode: 0, readies: 1 });
  });

  it("never says so when the port is taken, whoever else answers there", async () => {
    expect(await outcomeOf(`process.exit(1);`)).toEqual({ exitCode: 1, readies: 0 });
  });

  it.each([
    ["SIGTERM", 0],
    ["SIGKILL", 1],
  ])("answers for a web process that %s ended with %i", async (signal, exitCode) => {
    expect(await outcomeOf(`process.kill(process.pid, "${signal}"); setTimeout(() => undefined, 10_000);`)).toMatchObject({ exitCode });
  });

  it("leaves no listener behind", async () => {
    const before = process.listenerCount("SIGTERM");
    await outcomeOf("process.exit(0);");
    expect(process.listenerCount("SIGTERM")).toBe(before);
  });
});
