import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBody } from "./parse-body.ts";

const read = (body: string | Uint8Array, contentType: string | null = "application/json") => {
  const parsed = parseBody(typeof body === "string" ? new TextEncoder().encode(body) : body, contentType);
  return parsed.kind === "parsed" ? parsed.value : parsed.message;
};
const utf16 = (text: string) => new Uint8Array(new Uint16Array([...text].map((character) => character.charCodeAt(0))).buffer);

describe("a body", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON;Charset="UTF-8"',
    "application/vnd.api+json",
    "application/x-www-form-urlencoded",
    "text/plain",
    null,
  ])("of JSON is read as JSON when its type is %s", (contentType) => {
    expect(read('{"a":[1]}', contentType)).toEqual({ a: [1] });
  });

  it("of JSON may begin with a byte order mark, and be in another charset", () => {
    expect(read("\ufeff{}")).toEqual({});
    expect(read(utf16('{"a":1}'), "application/json; charset=utf-16le")).toEqual({ a: 1 });
  });

  it.each(["null", "1", '"text"', "[]"])("of JSON may be any value: %s", (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it("of a form is read as a form", () => {
    expect(read("tracker[tracking_code]=1", "application/x-www-form-urlencoded; charset=utf-8")).toEqual({
      tracker: { tracking_code: "1" },
    });
  });

  it.each(["application/json", "application/x-www-form-urlencoded", null])("may be empty with type %s", (contentType) => {
    expect(read("", contentType)).toBeUndefined();
    expect(read(" \r\n", contentType)).toBeUndefined();
  });

  it.each<[body: string | Uint8Array, contentType: string | null, message: string]>([
    ['{\n"a": 1,\n}', "application/json", 'The body is not JSON: expected a name in double quotes, but there is "}" at line 3, column 1.'],
    ['{"a":1', "application/x-www-form-urlencoded", "The body is not JSON: expected"],
    ["tracking_code=1", "application/json", "The body is not JSON: expected a value"],
    ["tracking_code=1", null, "The body is neither JSON nor a form. Send JSON"],
    ["--x\r\n", "multipart/form-data; boundary=x", "The body is neither JSON nor a form."],
    [new Uint8Array([0x7b, 0xff, 0x7d]), "application/json", "The body is not valid text in utf-8. Send it in UTF-8."],
    ["{}", "application/json; charset=klingon", "The body is not valid text in klingon."],
    ["[".repeat(200_000) + "]".repeat(200_000), "application/json", "The body is nested more than 64 levels deep."],
    ["a=1&a[b]=2", "application/x-www-form-urlencoded", 'The body cannot be read: the field "a[b]" is given both'],
  ])("%# that cannot be read is refused with what is wrong", (body, contentType, message) => {
    expect(read(body, contentType)).toEqual(expect.stringContaining(message));
  });

  it("never breaks the reader, whatever bytes come under whatever type", () => {
    const type = fc.oneof(fc.constantFrom("application/json", "application/x-www-form-urlencoded", null), fc.string());
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), type, (bytes, contentType) => {
        expect(["parsed", "malformed"]).toContain(parseBody(bytes, contentType).kind);
      }),
    );
  });

  it("gives back any JSON that was sent", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
