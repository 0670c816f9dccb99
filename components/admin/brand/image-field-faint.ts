import { useEffect, useState } from "react";
import { clusterColors, type Pixels } from "#lib/branding/color-clusters.ts";
import { contrastRatio, type HexColor } from "#lib/branding/oklch-color.ts";

/** What differs less from its background is not noticed. */
const NOTICED = 1.7;
const LEAST_NOTICED_SHARE = 0.3;

/** Whether most of a picture can hardly be told from what it stands on: a black logo on a dark page, say. */
export function isFaintOn(pixels: Pixels, background: HexColor): boolean {
  const clusters = clusterColors(pixels);
  const noticed = clusters.filter(({ hex }) => contrastRatio(hex, background) >= NOTICED);
  return clusters.length > 0 && noticed.reduce((sum, { share }) => sum + share, 0) < LEAST_NOTICED_SHARE;
}

export function useIsFaint(url: string, background: HexColor): boolean {
  const [pixels, setPixels] = useState<Pixels | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (read: Pixels | null) => isWanted && setPixels(read);
    readShownPixels(url).then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [url]);
  return pixels !== null && isFaintOn(pixels, background);
}

const SIDE = 64;

async function readShownPixels(url: string): Promise<Pixels | null> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, SIDE, SIDE);
  const data = context?.getImageData(0, 0, SIDE, SIDE).data;
  return data ? { data: Uint8Array.from(data), width: SIDE, height: SIDE } : null;
}
