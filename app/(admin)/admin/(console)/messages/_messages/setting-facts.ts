import type { Sender } from "#lib/senders/load-sender.ts";
import type { MessageSettings, QuietHours } from "#lib/senders/message-settings.ts";

/** `21:30`, from minutes after midnight. */
export const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const hoursOf = ({ from, until }: QuietHours) => `${clockOf(from)} to ${clockOf(until)}, where the shopper is`;

/** How a shop's messages go out, a line each. */
export function settingFacts(
  { fromAddress, quietHours, sms }: MessageSettings,
  { sender, ownAddress }: { sender: Sender; ownAddress: string },
): { label: string; value: string }[] {
  const isFallback = fromAddress !== null && sender.fromAddress === undefined;
  return [
    { label: "Mails come from", value: `${sender.senderName} <${sender.fromAddress ?? ownAddress}>` },
    { label: "Signed by", value: signatureWords(sender, isFallback ? fromAddress : null) },
    { label: "Answers go to", value: sender.replyTo ?? "the sender" },
    { label: "Quiet hours", value: quietHours === null ? "None" : hoursOf(quietHours) },
    { label: "SMS", value: sms === null ? "Not set up" : `By Twilio, from ${sms.from ?? "a messaging service"}` },
  ];
}

function signatureWords({ signature }: Sender, missed: string | null): string {
  if (signature) return `${signature.domain}, your own domain`;
  return missed === null ? "Whoever runs this installation" : `Whoever runs this installation: the key of ${missed} is not found in DNS`;
}
