import { describe, expect, it } from "vitest";
import { checkSvg, MOST_SVG_BYTES } from "./check-svg.ts";
import { svgOf } from "./pictures.testing.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const refusalOf = (svg: Uint8Array) => {
  const checked = checkSvg(svg);
  return checked.kind === "refused" ? checked.message : null;
};

describe("an SVG", () => {
  it("is drawn without what programs leave in it", () => {
    const exported = `<?xml version="1.0" encoding="iso-8859-1"?><!-- Generator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg"><metadata><?xpacket begin="" ?></metadata><path d="M0 0h9v9z"/></svg>`;
    expect(checkSvg(bytes(exported))).toEqual({
      kind: "checked",
      svg: '<svg xmlns="http://www.w3.org/2000/svg"><metadata></metadata><path d="M0 0h9v9z"/></svg>',
    });
  });

  it.each([
    ["a gradient by its name", '<linearGradient id="g"/><rect fill="url(#g)"/><rect style="fill:url(&quot;#g&quot;)"/>'],
    ["a shape used again", '<path id="p" d="M0 0h1"/><use href="#p"/><use xlink:href="#p"/>'],
    ["a style sheet", "<style><![CDATA[.a{fill:url('#g')}]]></style>"],
    ["a title and a description", "<title>Fern &amp; Fable</title><desc>text, image and script</desc>"],
  ])("may hold %s", (_, body) => {
    expect(checkSvg(svgOf(body)).kind).toBe("checked");
  });

  it.each([
    ["a script", "<script>alert(1)</script>", "contains a script"],
    ["a script under another prefix", "<svg:script xlink:href='#x'/>", "contains a script"],
    ["a handler of events", '<rect onload="alert(1)"/>', "contains a script"],
    ["a handler without a space", '<rect width="1"onclick="alert(1)"/>', "contains a script"],
    ["a part of a web page", "<foreignObject><p>hi</p></foreignObject>", "parts of a web page"],
    ["a frame", '<iframe src="https://evil.example"/>', "parts of a web page"],
    ["a picture from elsewhere", '<image href="https://evil.example/a.png"/>', "wraps another picture"],
    ["a picture within", '<image href="data:image/png;base64,AAAA"/>', "wraps another picture"],
    ["a file of the server's", '<use xlink:href="file:///etc/passwd#a"/>', "outside of it"],
    ["a file in disguise", '<use href="&#x66;ile:///etc/passwd#a"/>', "outside of it"],
    ["a link without quotes", "<use href=//evil.example/a.svg#b />", "outside of it"],
    ["a colour from elsewhere", '<rect fill="url(https://evil.example/a.svg#b)"/>', "outside of it"],
    ["a style sheet from elsewhere", "<style>@import 'https://evil.example/a.css'</style>", "outside of it"],
    ["letters as text", "<text>Fern</text>", "letters as text"],
  ])("is refused with %s, and says so", (_, body, reason) => {
    expect(refusalOf(svgOf(body))).toContain(reason);
  });

  it("is refused where it declares entities: of its own files, or a billion laughs", () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const xxe = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>';
    expect(refusalOf(bytes(`<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]><svg>&l9;</svg>`))).toContain("entities");
    expect(refusalOf(bytes(xxe))).toContain("entities");
    expect(refusalOf(bytes(`<!DOCTYPE a>${xxe}`))).toContain("entities");
  });

  it("is refused when it is large, or not in UTF-8", () => {
    expect(refusalOf(svgOf(" ".repeat(MOST_SVG_BYTES)))).toContain("larger than 512 KB");
    expect(refusalOf(Buffer.from("<svg>é</svg>", "latin1"))).toContain("UTF-8");
    expect(refusalOf(Buffer.from("\ufeff<svg/>é", "utf16le"))).toContain("UTF-8");
  });

  it("is read in time whatever is in it", () => {
    for (const piece of ["<!--", "<?", "<!DOCTYPE ", "<a:", "url( ", "href= ", " on", " "]) {
      expect(checkSvg(bytes(`<svg>url(${piece.repeat(50_000)}#</svg>`)).kind).toMatch(/checked|refused/);
    }
  });
});
