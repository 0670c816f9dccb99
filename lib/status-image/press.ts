import { createFairQueue } from "./fair-queue.ts";

/** Where finished images are kept, within a budget of bytes. */
export interface Shelf {
  get(key: string): Uint8Array | undefined;
  set(key: string, image: Uint8Array): void;
}

/** As many as a small machine has cores. */
const AT_ONCE = 2;
/** About as many as are drawn in three seconds: who comes later would wait longer than mail clients do. */
const MOST_WAITING = 100;

export interface Order {
  /** Names what is drawn. */
  key: string;
  /** Who asks for it. */
  client: string;
  draw: () => Promise<Uint8Array>;
}

/** What was ordered, unless it lies on the shelf; null where too many wait, and nobody has more of them waiting than this client. */
export type Press = (order: Order) => Promise<Uint8Array | null>;

/**
 * Images are drawn once for all who ask at the same time, and few at a time, so that pages are not kept waiting. Clients take turns; where
 * there is no room for one more, whoever has most waiting gives up the last of them.
 */
export function createPress(shelf: Shelf): Press {
  const underWay = new Map<string, Promise<Uint8Array | null>>();
  const queue = createFairQueue(MOST_WAITING);
  let free = AT_ONCE;

  async function drawInTurn({ key, client, draw }: Order): Promise<Uint8Array | null> {
    if (free > 0) free -= 1;
    else if (!(await queue.wait(client))) return null;
    try {
      const image = await draw();
      shelf.set(key, image);
      return image;
    } finally {
      if (!queue.callNext()) free += 1;
    }
  }

  return async function print(order): Promise<Uint8Array | null> {
    const known = shelf.get(order.key);
    if (known) return known;
    const shared = underWay.get(order.key);
    // What another client had to give up may still have its turn as this one's.
    if (shared) return (await shared) ?? print(order);
    const drawn = drawInTurn(order).finally(() => underWay.delete(order.key));
    underWay.set(order.key, drawn);
    return drawn;
  };
}
