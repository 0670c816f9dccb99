/** A runner that has not renewed its lease for so long counts as gone, and its jobs are taken up by others. */
export const LEASE_MS = 10_000;
export const RENEW_MS = 2_500;
/** Other processes' jobs, and those whose time comes, are noticed by looking. */
export const LOOK_MS = 1_000;
