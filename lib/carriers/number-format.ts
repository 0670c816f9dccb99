import type { CheckDigitRuleName } from "./check-digits.ts";

/** One shape a carrier's numbers take, with examples of its own that one loop tests. */
export interface NumberFormat {
  readonly id: string;
  readonly name: string;
  /** The carrier's slug; or the operator's slug by the number's `country` part. */
  readonly carrier: string | Readonly<Record<string, string>>;
  /** Of the whole normalized number. With a check digit it has the parts `payload` and `check`. */
  readonly pattern: RegExp;
  readonly check?: {
    readonly rule: CheckDigitRuleName;
    /** Guarded by the check digit though not printed. */
    readonly unprinted?: string;
  };
  /** No other carrier's numbers look like this. */
  readonly distinctive?: true;
  /** Service codes known to be in use, of the whole number: makes a chance match less likely. */
  readonly usual?: RegExp;
  /** Used in one region, where worldwide carriers use the same length. */
  readonly regional?: true;
  /** How the number is read aloud; the last size repeats. Fours when left out. */
  readonly groups?: readonly number[];
  readonly valid: readonly string[];
  /** Right in shape where there is a check digit, and still wrong. */
  readonly invalid: readonly string[];
}
