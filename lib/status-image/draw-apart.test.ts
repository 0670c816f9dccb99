import { expect, it } from "vitest";
import { drawApart } from "./draw-apart.ts";
import { drawStatusImage, type ImageSubject } from "./draw-status-image.ts";
import { imageLook } from "./image-look.ts";
import { FERN_LOGO, readOwnLogo, sampleBrand, sampleImageView } from "./sample.testing.ts";

const SUBJECT: ImageSubject = {
  view: sampleImageView("ja"),
  look: imageLook(sampleBrand({ logo: FERN_LOGO }), null),
  size: { kind: "plate", width: 320, scale: 1 },
};

it("draws in another thread what would be drawn here, however much is asked for at once", async () => {
  const logo = await readOwnLogo(SUBJECT);
  const widths = [320, 360, 400];
  const subjects = widths.map((width): ImageSubject => ({ ...SUBJECT, size: { kind: "plate", width, scale: 1 } }));
  const apart = await Promise.all(subjects.map((subject) => drawApart(subject, logo)));
  for (const [index, subject] of subjects.entries())
    expect(Buffer.from(apart[index] ?? [])).toEqual(Buffer.from(await drawStatusImage(subject, logo)));
});

it("says of what cannot be drawn that it cannot, and draws what comes after", async () => {
  const broken = { ...SUBJECT, view: { ...SUBJECT.view, milestones: null as never } };
  const [failed, drawn] = await Promise.allSettled([drawApart(broken, null), drawApart(SUBJECT, null)]);
  expect([failed.status, drawn.status]).toEqual(["rejected", "fulfilled"]);
});

it("cannot be asked for what does not go to another thread, and forgets it", async () => {
  const odd = { ...SUBJECT, view: { ...SUBJECT.view, headline: (() => "") as never } };
  expect(() => drawApart(odd, null)).toThrow(/could not be cloned/);
  expect((await drawApart(SUBJECT, null)).byteLength).toBeGreaterThan(1000);
});
