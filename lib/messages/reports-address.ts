import type { Config } from "#lib/config/config.ts";

type Origin = Pick<Config, "publicOrigin">;

/** Where mail providers tell of bounces and complaints; whoever knows it may tell. */
export const mailReportsUrl = ({ publicOrigin }: Origin, token: string) => `${publicOrigin}/api/mail-reports/${token}`;

/** Where SMS providers tell what became of an SMS, and of answers to it. */
export const smsReportsUrl = ({ publicOrigin }: Origin, token: string) => `${publicOrigin}/api/sms-reports/${token}`;
