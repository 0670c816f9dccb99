/** Where finished images are kept, within a budget of bytes. */
export interface Shelf {
  get(key: string): Uint8Array | undefined;
  set(key: string, image: Uint8Array): void;
}

/** As many as a small machine has cores. */
const AT_ONCE = 2;
/** About as many as are drawn in three seconds: who comes later would wait longer than mail clients do. */
const MOST_WAITING = 100;

/** Draws what is named by `key`, unless it lies on the shelf; null where too many others wait. */
export type Press = (key: string, draw: () => Promise<Uint8Array>) => Promise<Uint8Array | null>;

/** Images are drawn once for all who ask at the same time, and few at a time, so that pages are not kept waiting. */
export function createPress(shelf: Shelf): Press {
  const underWay = new Map<string, Promise<Uint8Array>>();
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;

  async function drawInTurn(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      const image = await draw();
      shelf.set(key, image);
      return image;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  return async (key, draw) => {
    const known = shelf.get(key) ?? underWay.get(key);
    if (known) return known;
    if (waiting.length >= MOST_WAITING) return null;
    const drawn = drawInTurn(key, draw).finally(() => underWay.delete(key));
    underWay.set(key, drawn);
    return drawn;
  };
}
