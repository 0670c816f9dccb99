import { describe, expect, it } from "vitest";
import { MAIL_CLIENTS } from "./client-support.data.ts";
import { findUnsupported } from "./client-support.testing.ts";

describe("the table of mail programs", () => {
  it("refuses what nobody looked up, and what nothing stands in for", () => {
    const complaints = findUnsupported(
      '<nav style="gap:1px"><p style="padding:2px;color:#ffffff;background-color:#000000">x</p><img height="2" style="height:auto"></nav>',
    );
    expect(complaints).toEqual([
      "<nav> on <nav>: nobody looked up who draws it",
      "gap on <nav>: nobody looked up who draws it",
      "padding on <p>: outlook_windows would need padding_that_word_reads",
      "background-color on <p>: gmx would need readable_without_ground",
      "height on <img>: outlook_windows, yahoo would need height_is_left_open",
    ]);
    expect(findUnsupported('<center style="v-text-anchor:middle"></center>')[0]).toContain(MAIL_CLIENTS[0]);
  });
});
