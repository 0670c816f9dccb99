import type { Config } from "#lib/config/config.ts";
import type { MessageId } from "#lib/shared/ids.ts";

type Origin = Pick<Config, "publicOrigin">;

/** Where mail providers tell of bounces and complaints; whoever knows it may tell. */
export const mailReportsUrl = ({ publicOrigin }: Origin, token: string) => `${publicOrigin}/api/mail-reports/${token}`;

/** Where SMS providers tell what became of an SMS, by its id, and of answers to any. */
export const smsReportsUrl = ({ publicOrigin }: Origin, token: string, messageId: MessageId | null = null) =>
  `${publicOrigin}/api/sms-reports/${token}${messageId === null ? "" : `?message=${messageId}`}`;
