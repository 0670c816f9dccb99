import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { endSentence } from "./end-sentence.ts";
import { countSms, toGsmText } from "./gsm-text.ts";
import type { MailLinks, MessageKind } from "./mail-view.ts";
import { messageSubject, shortSubject } from "./message-subject.ts";
import { speakOf } from "./speak-of.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";

export interface SmsWish {
  kind: MessageKind;
  topics: readonly NewsTopic[];
  links: Pick<MailLinks, "page" | "confirm">;
}

/**
 * Shop, news, link, and how to end it, in as few messages of the network as can be: one in English and German. The link is never cut;
 * where room is short, the hint goes first, then the day, then the end of the shop's name.
 */
export function buildSmsText(input: TrackingViewInput, { kind, topics, links }: SmsWish): string {
  const { parcel, voice } = speakOf(input);
  const { t } = voice;
  const link = kind === "confirmation" ? (links.confirm ?? links.page) : links.page;
  const isNews = kind === "news";
  const news = isNews ? messageSubject(parcel, voice, { kind, topics }) : t("sms.confirmation");
  const shortNews = isNews ? shortSubject(parcel, voice, { topics }) : news;
  const write = (name: string, said: string, stop: string | null = null) =>
    plain([`${name}: ${endSentence(voice.lang, said)}`, link, stop].filter((part) => part !== null).join(" "));
  const shop = parcel.merchant.brand.name;
  const candidates = [
    write(shop, news, t("sms.stop", { word: "STOP" })),
    write(shop, news),
    write(shop, shortNews),
    ...SHOP_LENGTHS.map((length) => write([...shop].slice(0, length).join("").trim(), shortNews)),
  ];
  const fewest = Math.min(...candidates.map(countSms));
  return candidates.find((text) => countSms(text) === fewest) ?? link;
}

const SHOP_LENGTHS = [24, 16, 10];

/** Marks of direction cost room and help nobody on a phone's own screen for one paragraph. */
const plain = (text: string) => toGsmText(text.replaceAll(/[\u2066-\u2069]/g, ""));
