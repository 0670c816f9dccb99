import { describe, expect, it } from "vitest";
import { isDeadMailbox, readEnhancedStatus } from "./dead-mailbox.ts";

describe("a mail server's answer", () => {
  it.each<[string, boolean]>([
    ["550 5.1.1 The email account that you tried to reach does not exist", true],
    ["550-5.1.1 no such user", true],
    ["550 No such user here", true],
    ["550 5.1.10 RESOLVER.ADR.RecipientNotFound", true],
    ["550 5.7.1 Message rejected due to content restrictions", false],
    ["554 5.7.26 unauthenticated mail", false],
    ["552 5.2.2 mailbox full", false],
    ["550 5.1.8 sender address rejected", false],
    ["553 sorry, that domain is not in my list", false],
    ["451 4.1.1 try again", false],
  ])("%s: whether the address is dead: %s", (answer, isDead) => {
    const status = readEnhancedStatus(answer);
    expect(isDeadMailbox({ code: Number(answer.slice(0, 3)), status })).toBe(isDead);
  });
});
