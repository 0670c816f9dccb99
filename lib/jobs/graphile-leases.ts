import type { GraphileContext } from "./graphile-runner.ts";
import { LEASE_MS, RENEW_MS } from "./lease.ts";

export interface Leases {
  /** Holds a lease for every pool of workers before its first job. */
  plugin: GraphileConfig.Plugin;
  drop(poolId: string): void;
  release(): Promise<void>;
}

/**
 * graphile-worker gives the jobs of a killed process back after four hours. So each of its pools holds a lease here, and
 * whoever finds that a lease has ended unlocks that pool's jobs, by the library's own function.
 */
export function holdLeases({ pool, schema }: Pick<GraphileContext, "pool" | "schema">): Leases {
  const held = new Map<string, Promise<void>>();
  const runners = `"${schema}".runners`;

  const renew = async (ids: readonly string[]) => {
    await pool.query(
      `insert into ${runners} select unnest($1::text[]), now() + $2 * interval '1 millisecond'
       on conflict (id) do update set lease_ends_at = excluded.lease_ends_at`,
      [ids, LEASE_MS],
    );
  };
  const forget = async (ids: readonly string[]) => {
    await pool.query(`delete from ${runners} where id = any($1)`, [ids]);
  };
  const unlockGone = async () => {
    await pool.query(
      `with gone as (delete from ${runners} where lease_ends_at < now() returning id)
       select "${schema}".force_unlock_workers(array_agg(id)) from gone having count(*) > 0`,
    );
  };
  // What cannot be done now, the database being away, is done the next time.
  const beat = () => Promise.all([renew([...held.keys()]), unlockGone()]).catch(() => undefined);
  const beating = setInterval(beat, RENEW_MS);

  return {
    plugin: {
      name: "WaymarkLeasesPlugin",
      worker: {
        hooks: {
          async startWorker(_context, { worker }) {
            const { id } = worker.workerPool;
            if (!held.has(id))
              held.set(
                id,
                renew([id]).catch(() => undefined),
              );
            await held.get(id);
          },
        },
      },
    },
    drop(poolId) {
      held.delete(poolId);
      forget([poolId]).catch(() => undefined);
    },
    async release() {
      clearInterval(beating);
      await forget([...held.keys()]).catch(() => undefined);
    },
  };
}
