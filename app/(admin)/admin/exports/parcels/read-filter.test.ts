import { expect, it } from "vitest";
import { readFilter } from "./read-filter.ts";

const read = (query: string) => readFilter(new URLSearchParams(query));

it("the address of a list says what it is narrowed down to", () => {
  expect(read("")).toEqual({});
  expect(read("status=&carrier=")).toEqual({});
  expect(read("status=delivered&carrier=usps&actor=merchant&told_by=shippo&source=src_1")).toEqual({
    status: "delivered",
    carrier: "usps",
    actor: "merchant",
    toldBy: "shippo",
    sourceId: "src_1",
  });
  expect(read("told_by=nobody")).toEqual({ toldBy: null });
});

it.each(["status=lost", "carrier=owl_post", "actor=me", "told_by=x", "source=usr_1"])(
  "a filter that there is not, is no filter: %s",
  (query) => {
    expect(read(query)).toBeNull();
  },
);
