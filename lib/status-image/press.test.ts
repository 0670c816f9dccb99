import { describe, expect, it } from "vitest";
import { createPress } from "./press.ts";

const image = (text: string) => new TextEncoder().encode(text);

/** A press whose drawings end when they are told to. */
function pressInHand() {
  const shelf = new Map<string, Uint8Array>();
  const press = createPress(shelf);
  const begun: string[] = [];
  const ends: Record<string, { finish: () => void; fail: () => void }> = {};
  const ask = (key: string) =>
    press(key, () => {
      begun.push(key);
      return new Promise((resolve, reject) => {
        ends[key] = { finish: () => resolve(image(key)), fail: () => reject(new Error(key)) };
      });
    });
  return { ask, begun, shelf, end: (key: string, how: "finish" | "fail" = "finish") => ends[key]?.[how]() };
}

/** Until every promise that can go on has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the press", () => {
  it("draws once for all who ask at the same time, and not again", async () => {
    const { ask, begun, end } = pressInHand();
    const both = [ask("one"), ask("one")];
    end("one");
    expect(await Promise.all(both)).toEqual([image("one"), image("one")]);
    expect(await ask("one")).toEqual(image("one"));
    expect(begun).toEqual(["one"]);
  });

  it("draws two at a time, in the order they were asked for", async () => {
    const { ask, begun, end } = pressInHand();
    const all = ["a", "b", "c", "d"].map(ask);
    expect(begun).toEqual(["a", "b"]);
    end("b");
    await settle();
    expect(begun).toEqual(["a", "b", "c"]);
    for (const key of ["a", "c"]) end(key);
    await settle();
    end("d");
    expect(await Promise.all(all)).toHaveLength(4);
  });

  it("goes on after a drawing that failed, and tries it again", async () => {
    const { ask, begun, end, shelf } = pressInHand();
    const failed = ask("a");
    end("a", "fail");
    await expect(failed).rejects.toThrow("a");
    expect(shelf.size).toBe(0);
    const again = ask("a");
    end("a");
    expect(await again).toEqual(image("a"));
    expect(begun).toEqual(["a", "a"]);
  });

  it("turns away whoever would wait behind a hundred", async () => {
    const { ask } = pressInHand();
    const asked = Array.from({ length: 102 }, (_, index) => ask(String(index)));
    expect(await ask("one too many")).toBeNull();
    expect(asked).toHaveLength(102);
  });
});
