import { describe, expect, it } from "vitest";
import { createPress } from "./press.ts";

const image = (text: string) => new TextEncoder().encode(text);

/** A press whose drawings end when they are told to. */
function pressInHand() {
  const shelf = new Map<string, Uint8Array>();
  const press = createPress(shelf);
  const begun: string[] = [];
  const ends: Record<string, { finish: () => void; fail: () => void }> = {};
  const ask = (key: string, client = "shopper") =>
    press({
      key,
      client,
      draw: () => {
        begun.push(key);
        return new Promise((resolve, reject) => {
          ends[key] = { finish: () => resolve(image(key)), fail: () => reject(new Error(key)) };
        });
      },
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
    const all = ["a", "b", "c", "d"].map((key) => ask(key));
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

  it("lets shoppers take turns, however much one of them asks for", async () => {
    const { ask, begun, end } = pressInHand();
    for (const key of ["a", "b", "c", "d", "e"]) void ask(key, "greedy");
    void ask("mine", "modest");
    end("a");
    await settle();
    end("b");
    await settle();
    expect(begun).toEqual(["a", "b", "c", "mine"]);
  });

  it("has room for whoever asks for little, while another has it filled: the last that one asked for is given up", async () => {
    const { ask, begun, end } = pressInHand();
    const asked = Array.from({ length: 102 }, (_, index) => ask(String(index), "greedy"));
    void ask("mine", "modest");
    expect(await asked.at(-1)).toBeNull();
    for (const key of ["0", "2"]) {
      end(key);
      await settle();
    }
    expect(begun).toContain("mine");
  });

  it("draws what a greedy one gave up for another who waits for the same", async () => {
    const { ask, begun, end } = pressInHand();
    for (let key = 0; key < 102; key++) void ask(String(key), "greedy");
    const same = ask("101", "modest");
    void ask("mine", "third");
    for (const key of ["0", "1", "2", "mine"]) {
      await settle();
      end(key);
    }
    await settle();
    end("101");
    expect(await same).toEqual(image("101"));
    expect(begun.slice(0, 5)).toEqual(["0", "1", "2", "mine", "101"]);
  });

  it("tries again what was given up", async () => {
    const { ask, begun, end } = pressInHand();
    const asked = Array.from({ length: 102 }, (_, index) => ask(String(index), "greedy"));
    expect(await ask("late", "greedy")).toBeNull();
    for (let key = 0; key < 102; key++) {
      end(String(key));
      await settle();
    }
    await Promise.all(asked);
    const late = ask("late", "greedy");
    end("late");
    expect(await late).toEqual(image("late"));
    expect(begun.filter((key) => key === "late")).toHaveLength(1);
  });
});
