import { expect, it } from "vitest";
import { csvResponse } from "./csv-response.ts";

async function* endless(log: string[]): AsyncIterable<string> {
  try {
    for (let row = 0; ; row += 1) {
      log.push(`row ${row}`);
      yield `${row}\r\n`;
    }
  } finally {
    log.push("ended");
  }
}

it("a file of rows is read no faster than it is taken, and no further once whoever took it has left", async () => {
  const log: string[] = [];
  const response = csvResponse(endless(log), "my list.csv");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="my-list.csv"');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe("0\r\n");
  await new Promise((resolve) => setImmediate(resolve));
  const asked = log.length;
  expect(asked).toBeLessThanOrEqual(3);
  await reader?.cancel();
  expect(log.slice(asked)).toEqual(["ended"]);
});

it("a file that breaks off says so to whoever takes it", async () => {
  const broken = async function* (): AsyncIterable<string> {
    yield "a\r\n";
    throw new Error("the database is gone");
  };
  await expect(csvResponse(broken(), "x.csv").text()).rejects.toThrow("gone");
});
