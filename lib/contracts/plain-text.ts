import { z } from "zod";

/** Text a person or a program of theirs wrote: trimmed, no control characters, no half characters. */
export const plainText = (longest: number) =>
  z
    .string("expected text")
    .trim()
    .max(longest, `must have at most ${longest} characters`)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, "must not contain control characters or broken ones");
