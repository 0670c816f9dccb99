/** Where mails are read; one row for each way of drawing, not for each program. */
export const MAIL_CLIENTS = ["gmail", "outlook_windows", "outlook_new", "apple_mail", "samsung", "yahoo", "gmx"] as const;
export type MailClient = (typeof MAIL_CLIENTS)[number];

/** `partial`: some values or elements only, or with a known fault. */
export type Level = "partial" | "no" | "untested";

/**
 * What makes up for it. `looks_only`: it is square or a little lower there, and nothing else. `unheard`: how it is read aloud, with nothing
 * lost to it. The others must be found beside it: see `client-support.testing.ts`.
 */
export type StandIn =
  | "looks_only"
  | "unheard"
  | "only_for_word"
  | "not_for_word"
  | "width_attribute"
  | "no_height_attribute"
  | "bgcolor_attribute"
  | "direction_style"
  | "dir_attribute"
  | "cell_or_not_for_word"
  | "picture_or_not_for_word";

export interface Support {
  /** Every client that is not named has all of it. */
  lacks: Partial<Record<MailClient, Level>>;
  standIn: StandIn | null;
}

const EVERYWHERE: Support = { lacks: {}, standIn: null };
const lacking = (standIn: StandIn, lacks: Support["lacks"]): Support => ({ lacks, standIn });
const WORD_ALONE = lacking("only_for_word", {
  ...{ gmail: "no", outlook_new: "no", apple_mail: "no", samsung: "no", yahoo: "no", gmx: "no" },
});

/** Every element, attribute and property our mails are made of. What is not here may not be used. */
export const CLIENT_SUPPORT: Readonly<Record<string, Support>> = {
  "<table>": EVERYWHERE,
  "<tr>": EVERYWHERE,
  "<td>": EVERYWHERE,
  "<a>": EVERYWHERE,
  "<img>": EVERYWHERE,
  "<v:roundrect>": WORD_ALONE,
  "<w:anchorlock>": WORD_ALONE,
  "<center>": WORD_ALONE,

  "[style]": EVERYWHERE,
  "[href]": EVERYWHERE,
  "[src]": EVERYWHERE,
  "[alt]": EVERYWHERE,
  "[width]": EVERYWHERE,
  "[border]": EVERYWHERE,
  "[cellspacing]": EVERYWHERE,
  "[cellpadding]": EVERYWHERE,
  "[align]": EVERYWHERE,
  "[bgcolor]": EVERYWHERE,
  "[role]": lacking("unheard", { yahoo: "no" }),
  "[lang]": lacking("unheard", { yahoo: "partial", gmx: "no" }),
  "[dir]": lacking("direction_style", { outlook_windows: "partial", gmx: "no" }),
  "[xmlns:v]": WORD_ALONE,
  "[xmlns:w]": WORD_ALONE,
  "[arcsize]": WORD_ALONE,
  "[stroke]": WORD_ALONE,
  "[fillcolor]": WORD_ALONE,

  color: EVERYWHERE,
  "font-family": EVERYWHERE,
  "font-size": EVERYWHERE,
  "font-weight": EVERYWHERE,
  "text-decoration": EVERYWHERE,
  // Word rounds it.
  "line-height": lacking("looks_only", { outlook_windows: "partial" }),
  direction: lacking("dir_attribute", { gmx: "untested" }),
  // GMX knows colours by name only.
  "background-color": lacking("bgcolor_attribute", { gmx: "partial" }),
  "border-radius": lacking("looks_only", { outlook_windows: "no", gmx: "no" }),
  // Word pads cells and nothing else.
  padding: lacking("cell_or_not_for_word", { outlook_windows: "partial" }),
  "max-width": lacking("width_attribute", { outlook_windows: "no" }),
  // Word sizes no picture by it.
  width: lacking("width_attribute", { outlook_windows: "partial" }),
  // Yahoo makes a least height of it, which a height that is told as well would fight.
  height: lacking("no_height_attribute", { outlook_windows: "partial", yahoo: "partial" }),
  // Word hides by it and lays nothing out.
  display: lacking("picture_or_not_for_word", { outlook_windows: "partial" }),
  "v-text-anchor": WORD_ALONE,
};
