import { expect, it } from "vitest";
import { readListAddress } from "./read-list-address.ts";

const read = (query: string) => readListAddress(new URLSearchParams(query));

it("the address of a list says what it is narrowed down to", () => {
  expect(read("")).toMatchObject({ status: null, carrier: null, age: null });
  expect(read("status=&carrier=")).toMatchObject({ status: null, carrier: null });
  expect(read("q=9405&status=delivered&carrier=usps&needs=shop&source=shippo&age=7&silent=3")).toEqual({
    q: "9405",
    status: "delivered",
    carrier: "usps",
    needs: "shop",
    source: "shippo",
    age: 7,
    silent: 3,
  });
});

it.each(["status=lost", "carrier=owl_post", "needs=me", "source=usr_1", "age=8", "silent=1"])(
  "a filter that there is not, is no filter: %s",
  (query) => {
    expect(read(query)).toBeNull();
  },
);
