import { describe, expect, it } from "vitest";
import { readBytes } from "./read-bytes.ts";

const MOST = 10;

/** A body that comes in these pieces, and then breaks off or ends; `pulled` counts the pieces that were asked for. */
function stream(pieces: readonly string[], end: "close" | "error" = "close") {
  const state = { pulled: 0, body: new ReadableStream<Uint8Array>() };
  state.body = new ReadableStream(
    {
      pull(controller) {
        const piece = pieces[state.pulled++];
        if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
        else if (end === "close") controller.close();
        else controller.error(new Error("aborted"));
      },
    },
    { highWaterMark: 0 },
  );
  return state;
}

const read = (body: ReadableStream<Uint8Array> | null, headers: Record<string, string> = {}) =>
  readBytes({ body: body as Request["body"], headers: new Headers(headers) }, MOST);

describe("the bytes of a body", () => {
  it("are put together from its pieces, up to the limit", async () => {
    const outcome = await read(stream(["12345", "67890"]).body);
    expect(outcome.kind === "read" && new TextDecoder().decode(outcome.bytes)).toBe("1234567890");
    expect(await read(null)).toEqual({ kind: "read", bytes: new Uint8Array() });
  });

  it("are read no further than the limit", async () => {
    const endless = stream(Array.from({ length: 1000 }, () => "12345678"));
    expect(await read(endless.body)).toEqual({ kind: "too_large" });
    expect(endless.pulled).toBe(2);
  });

  it("are not read at all where the header says that there are too many", async () => {
    const large = stream(["1"]);
    expect(await read(large.body, { "content-length": "11" })).toEqual({ kind: "too_large" });
    expect(large.pulled).toBe(0);
  });

  it("may break off", async () => {
    expect(await read(stream(["123"], "error").body)).toEqual({ kind: "broken_off" });
  });
});
