import { expect, it } from "vitest";
import type { TrackerId } from "#lib/shared/ids.ts";
import { readParcelCursor, writeParcelCursor } from "./parcel-cursor.ts";

it.each([
  { way: 0, at: { value: "2026-03-01T12:00:00Z", id: "trk_1" as TrackerId } },
  { way: 2, at: { value: "#28002 & Söhne 🚚", id: "trk_z" as TrackerId } },
  { way: 1, at: null },
])("a cursor says where to go on: %j", (position) => {
  expect(readParcelCursor(writeParcelCursor(position), 3)).toEqual(position);
});

it.each([undefined, null, "", "x", "WzFd", "e30", "bnVsbA", "WyIxIiwiYSIsImIiXQ", "a".repeat(3000)])(
  "what is no cursor is the first page: %s",
  (text) => {
    expect(readParcelCursor(text, 3)).toBeNull();
  },
);

it("a cursor of a search with more ways is none of this one", () => {
  expect(readParcelCursor(writeParcelCursor({ way: 2, at: null }), 2)).toBeNull();
});
