import { describe, expect, it } from "vitest";
import { DEMO_PARCELS } from "./demo-parcels.ts";
import { listDemo } from "./list-demo.ts";

describe("the demo's front page", () => {
  const links = listDemo().flatMap((group) => group.links);
  const linkTo = (number: string) => links.find(({ href }) => href.endsWith(`/${number}`));

  it("lists every parcel once", () => {
    expect(new Set(links.map(({ href }) => href)).size).toBe(DEMO_PARCELS.length);
  });

  it("says in words what a status means, and beside it which one it is and whose", () => {
    expect(linkTo("94001000000000010200")).toEqual({
      label: "There is a problem with the address",
      note: "address_issue · Fern & Fable",
      href: "/usps/94001000000000010200",
    });
  });

  it("keeps titles that are words already, and leads to the shop they belong to", () => {
    expect(linkTo("LP00000000000017")).toEqual({
      label: "International, handed over at the border",
      note: "Voltline",
      href: "/tracking/voltline/dhl_express/LP00000000000017",
    });
    expect(linkTo("EZ1000000001")).toMatchObject({ label: "EZ1000000001", note: "pre_transit · Fern & Fable" });
  });
});
