/** Where mails are read; one row for each way of drawing, not for each program. */
export const MAIL_CLIENTS = ["gmail", "outlook_windows", "outlook_new", "apple_mail", "samsung", "yahoo", "gmx"] as const;
export type MailClient = (typeof MAIL_CLIENTS)[number];

/** `partial`: some values or elements only, or with a known fault. */
export type Level = "partial" | "no" | "untested";

/**
 * What makes up for it. `looks_only`: it is square there, or a little lower, and nothing else. `unheard`: it is read aloud otherwise, with
 * nothing lost. The others must be found with it: see `client-support.testing.ts`.
 */
export type StandIn =
  | "looks_only"
  | "unheard"
  | "only_for_word"
  | "width_that_word_reads"
  | "height_is_left_open"
  | "readable_without_ground"
  | "padding_that_word_reads"
  | "display_that_word_reads"
  | "hidden_anyway";

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
  "<body>": EVERYWHERE,
  "<tbody>": EVERYWHERE,
  "<div>": EVERYWHERE,
  "<span>": EVERYWHERE,
  "<p>": EVERYWHERE,
  "<h1>": EVERYWHERE,
  "<br>": EVERYWHERE,
  "<bdi>": lacking("looks_only", { outlook_windows: "untested", gmx: "untested" }),
  "<v:roundrect>": WORD_ALONE,
  "<w:anchorlock>": WORD_ALONE,
  "<center>": WORD_ALONE,

  "[style]": EVERYWHERE,
  "[href]": EVERYWHERE,
  "[src]": EVERYWHERE,
  "[alt]": EVERYWHERE,
  "[width]": EVERYWHERE,
  "[height]": EVERYWHERE,
  "[border]": EVERYWHERE,
  "[cellspacing]": EVERYWHERE,
  "[cellpadding]": EVERYWHERE,
  "[align]": EVERYWHERE,
  "[bgcolor]": EVERYWHERE,
  // What hangs on it is in the head, which Gmail leaves out for accounts of others.
  "[class]": lacking("looks_only", { gmail: "partial" }),
  "[role]": lacking("unheard", { yahoo: "no" }),
  "[lang]": lacking("unheard", { yahoo: "partial", gmx: "no" }),
  "[aria-label]": lacking("unheard", { gmail: "no", outlook_windows: "no", outlook_new: "no", yahoo: "no" }),
  "[aria-roledescription]": lacking("unheard", { gmail: "no", outlook_windows: "no", outlook_new: "no", yahoo: "no" }),
  // Letters turn by themselves; the sign that ends a sentence may stand at its other end.
  "[dir]": lacking("looks_only", { outlook_windows: "partial", gmx: "no" }),
  "[xmlns:v]": WORD_ALONE,
  "[xmlns:w]": WORD_ALONE,
  "[arcsize]": WORD_ALONE,
  "[stroke]": WORD_ALONE,
  "[strokecolor]": WORD_ALONE,
  "[fillcolor]": WORD_ALONE,

  color: EVERYWHERE,
  "font-family": EVERYWHERE,
  "font-size": EVERYWHERE,
  "font-weight": EVERYWHERE,
  "text-decoration": EVERYWHERE,
  "text-align": EVERYWHERE,
  border: EVERYWHERE,
  "border-collapse": EVERYWHERE,
  "border-color": EVERYWHERE,
  "border-top-width": EVERYWHERE,
  "border-top-style": EVERYWHERE,
  "border-left-width": EVERYWHERE,
  "border-left-style": EVERYWHERE,
  "border-right-width": EVERYWHERE,
  "border-right-style": EVERYWHERE,
  margin: lacking("looks_only", { outlook_windows: "partial" }),
  "vertical-align": lacking("looks_only", { outlook_windows: "partial" }),
  "word-spacing": lacking("looks_only", { outlook_windows: "untested" }),
  "word-break": lacking("looks_only", { outlook_windows: "partial" }),
  "mso-line-height-rule": lacking("looks_only", {
    ...{ gmail: "no", outlook_new: "no", apple_mail: "no", samsung: "no", yahoo: "no", gmx: "no" },
  }),
  // Rounded corners cut what is in them; and the line that stands in lists of mails is hidden.
  overflow: lacking("looks_only", { outlook_windows: "no" }),
  opacity: lacking("hidden_anyway", { outlook_windows: "no", gmx: "untested" }),
  "max-height": lacking("hidden_anyway", { outlook_windows: "no" }),
  // Word rounds it.
  "line-height": lacking("looks_only", { outlook_windows: "partial" }),
  direction: lacking("looks_only", { gmx: "untested" }),
  // GMX knows colours by name only.
  background: lacking("readable_without_ground", { gmx: "partial" }),
  "background-color": lacking("readable_without_ground", { gmx: "partial" }),
  "background-image": lacking("looks_only", { outlook_windows: "no", gmx: "untested" }),
  "border-radius": lacking("looks_only", { outlook_windows: "no", gmx: "no" }),
  // Word pads cells and nothing else.
  padding: lacking("padding_that_word_reads", { outlook_windows: "partial" }),
  "padding-left": lacking("padding_that_word_reads", { outlook_windows: "partial" }),
  "padding-right": lacking("padding_that_word_reads", { outlook_windows: "partial" }),
  "max-width": lacking("width_that_word_reads", { outlook_windows: "no" }),
  // Word sizes no picture by it.
  width: lacking("width_that_word_reads", { outlook_windows: "partial" }),
  // Yahoo makes a least height of it, which a height that is told as well would fight.
  height: lacking("height_is_left_open", { outlook_windows: "partial", yahoo: "partial" }),
  // Word hides by it and lays nothing out.
  display: lacking("display_that_word_reads", { outlook_windows: "partial" }),
  "v-text-anchor": WORD_ALONE,
};
