export interface FairQueue {
  /** True when it is this client's turn; false when there is no room for it to wait. */
  wait(client: string): Promise<boolean>;
  /** False where nobody waits. */
  callNext(): boolean;
}

type Answer = (isMyTurn: boolean) => void;

/** Clients take turns, however much one of them asks for. A full queue is shared alike: its greediest client loses what came last. */
export function createFairQueue(most: number): FairQueue {
  /** The client whose turn is next stands first; nobody stands here with nothing to wait for. */
  const lines = new Map<string, Answer[]>();
  let waiting = 0;

  function take(client: string, line: Answer[], from: "shift" | "pop"): Answer | undefined {
    waiting -= 1;
    if (line.length === 1) lines.delete(client);
    return line[from]();
  }

  /** Of those with most waiting, the one whose turn is furthest away. */
  function greediest(): [client: string, line: Answer[]] | undefined {
    return [...lines].reduceRight<[string, Answer[]] | undefined>(
      (most, one) => (one[1].length > (most?.[1].length ?? 0) ? one : most),
      undefined,
    );
  }

  return {
    wait: (client) =>
      new Promise((resolve) => {
        const line = lines.get(client) ?? [];
        if (waiting >= most) {
          const [other, longest] = greediest() ?? [client, line];
          if (longest.length <= line.length + 1) return resolve(false);
          take(other, longest, "pop")?.(false);
        }
        waiting += 1;
        line.push(resolve);
        lines.set(client, line);
      }),
    callNext: () => {
      const [first] = lines;
      if (!first) return false;
      const [client, line] = first;
      const answer = take(client, line, "shift");
      if (lines.delete(client)) lines.set(client, line);
      answer?.(true);
      return true;
    },
  };
}
