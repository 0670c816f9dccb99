import { isIP } from "node:net";
import type { Config } from "#lib/config/config.ts";

/** What of the settings says where this installation answers. */
export type PlatformConfig = Pick<Config, "publicOrigin" | "platformDomain">;

/** The host of the installation itself; an address where it has no name. */
export const platformHost = ({ publicOrigin }: PlatformConfig) => new URL(publicOrigin).hostname;

/** Whether a name is the installation's own: its host, its domain, or anything below them. */
export function isOfPlatform(host: string, config: PlatformConfig): boolean {
  const own = [platformHost(config), config.platformDomain].filter((name) => name !== null);
  return own.some((name) => host === name || host.endsWith(`.${name}`));
}

/** The address an installation without a name answers at, else null. */
export function platformAddress(config: PlatformConfig): string | null {
  const host = platformHost(config).replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? null : host;
}

/** Whether DNS could lead anybody here: nobody else's `localhost` is this one. */
export const isReachable = (config: PlatformConfig) => !/^(?:localhost|127\..*|\[::1\])$/.test(platformHost(config));
