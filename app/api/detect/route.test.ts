import { describe, expect, it } from "vitest";
import { detectionJsonSchema } from "#lib/contracts/detection-json.ts";
import { GET } from "./route.ts";

const detect = (query: string) => GET(new Request(`http://localhost:3000/api/detect${query}`));

describe("GET /api/detect", () => {
  it("says whose number it may be, the likeliest first", async () => {
    const answer = detect("?number=9405+5118+9922+3197+4284+90");
    const json = detectionJsonSchema.strict().parse(await answer.json());
    expect(answer.status).toBe(200);
    expect(json).toMatchObject({ number: "9405511899223197428490", candidates: [{ carrier: "usps" }], near_misses: [] });
  });

  it("says which digit looks wrong", async () => {
    const json = detectionJsonSchema.parse(await detect("?number=9405511899223197428491").json());
    expect(json.near_misses[0]).toMatchObject({ carrier: "usps", reason: expect.stringMatching(/digit/i) });
  });

  it.each(["%00", "%F0%9F%92%A9", "%3Cscript%3E", "-", "9".repeat(90)])("knows of no carrier for %s, and does not mind", async (number) => {
    const answer = detect(`?number=${number}`);
    expect(answer.status).toBe(200);
    expect(detectionJsonSchema.parse(await answer.json()).candidates).toEqual([]);
  });

  it.each(["", "?number=", "?number=%20", `?number=${"9".repeat(500)}`])("asks for a number it can read: %s", async (query) => {
    const answer = detect(query);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status: 422, title: expect.stringMatching(/^Number /) });
  });
});
