import { z } from "zod";

/** As much as can be said of an address without writing to it: something, an @, and a host with a dot. */
export const emailAddress = z
  .string("expected text")
  .trim()
  .max(254, "must have at most 254 characters")
  .regex(
    /^[^\s\p{Cc}\p{Cs}@<>(),;:"]+@[^\s\p{Cc}\p{Cs}@<>(),;:"]+\.[^\s\p{Cc}\p{Cs}@<>(),;:".]+$/u,
    "must be an e-mail address, such as mia@shop.example",
  )
  .meta({ format: "email" });

/** Null for what is none. */
export function readEmailAddress(text: string | null): string | null {
  const parsed = emailAddress.safeParse(text);
  return parsed.success ? parsed.data : null;
}
