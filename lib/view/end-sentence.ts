/** With the mark a sentence ends with, if it has none of its own. */
export const endSentence = (lang: string, text: string) => (ENDED.test(text) ? text : `${text}${lang === "ja" ? "。" : "."}`);

/** Without it. */
export const openSentence = (text: string) => text.replace(ENDED, "");

const ENDED = /[.!?。！？؟]+$/;
