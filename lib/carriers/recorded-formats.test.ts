import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { detectCarrier } from "./detect-carrier.ts";
import { FORMATS, S10_OPERATORS } from "./formats.ts";

/**
 * Public facts about number formats, read by a second implementation that shares no code with ours:
 * it computes each check digit from the recorded parameters. Both must name the same carriers for any number.
 */
const recordedSchema = z.object({
  courier_code: z.string(),
  tracking_numbers: z.array(
    z.object({
      id: z.string().optional(),
      name: z.string(),
      regex: z.union([z.string(), z.array(z.string()).transform((parts) => parts.join(""))]),
      validation: z.object({
        checksum: z
          .object({
            name: z.string(),
            modulo: z.number().optional(),
            evens_multiplier: z.number().default(1),
            odds_multiplier: z.number().default(1),
            reverse: z.boolean().default(false),
            weightings: z.array(z.number()).default([]),
            modulo1: z.number().default(1),
            modulo2: z.number().default(1),
          })
          .optional(),
        serial_number_format: z.object({ prepend_if: z.object({ matches_regex: z.string(), content: z.string() }) }).optional(),
      }),
      additional: z
        .array(z.object({ regex_group_name: z.string(), lookup: z.array(z.object({ matches: z.string().optional() })) }))
        .optional(),
    }),
  ),
});
type Recorded = z.infer<typeof recordedSchema>["tracking_numbers"][number];
type Checksum = NonNullable<Recorded["validation"]["checksum"]>;

const RECORDED = [
  ...["amazon", "canadapost", "canpar", "dhl", "dpd", "fedex", "gofo", "landmark", "lasership", "old_dominion"],
  ...["ontrac", "purolator", "s10", "speedee", "ups", "usps", "yodel", "yunexpress"],
];

/** The recorded names of couriers, and of formats where one courier is several carriers to us. */
const SLUGS: Readonly<Record<string, string>> = {
  landmark: "landmark_global",
  speedee: "spee_dee",
  dhl_express: "dhl_express",
  dhl_express_piece_id: "dhl_express",
  dhl_ecommerce: "dhl_ecommerce",
  dhl_ecommerce_14: "dhl_ecommerce",
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const weightOf = (char: string) => (/\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 3) % 10);

const CHECKS: Readonly<Record<string, (serial: string, check: string, facts: Checksum) => boolean>> = {
  mod10: (serial, check, facts) => {
    const values = Array.from(facts.reverse ? [...serial].reverse() : serial, weightOf);
    const total = sum(values.map((value, index) => value * (index % 2 === 1 ? facts.odds_multiplier : facts.evens_multiplier)));
    return (10 - (total % 10)) % 10 === Number(check);
  },
  mod7: (serial, check) => Number(serial) % 7 === Number(check),
  luhn: (serial, check) => {
    const doubled = [...serial].reverse().map((char, index) => Number(char) * (index % 2 === 0 ? 2 : 1));
    return (sum(doubled.join("").split("").map(Number)) + Number(check)) % 10 === 0;
  },
  sum_product_with_weightings_and_modulo: (serial, check, facts) =>
    (sum(facts.weightings.map((weight, index) => weight * Number(serial[index]))) % facts.modulo1) % facts.modulo2 === Number(check),
  s10: (serial, check, facts) => {
    const rest = sum(facts.weightings.map((weight, index) => weight * Number(serial[index]))) % (facts.modulo ?? 11);
    return (rest === 1 ? 0 : rest === 0 ? 5 : 11 - rest) === Number(check);
  },
  mod_37_36: (serial, check) => {
    let rest = 36;
    for (const char of serial) {
      rest += Number.parseInt(char, 36);
      if (rest > 36) rest -= 36;
      rest *= 2;
      if (rest > 36) rest -= 37;
    }
    const expected = 37 - rest;
    return (expected === 36 ? 0 : expected) === Number.parseInt(check, 36);
  },
};

function accepts(format: Recorded, number: string): RegExpExecArray | null {
  // The record wants the dash LaserShip prints; we keep numbers without any.
  const match = new RegExp(`^(?:${format.regex.replace("-\\s*1", "1")})$`).exec(number);
  const checksum = format.validation.checksum;
  if (!match || !checksum) return match;
  const { SerialNumber: serial = "", CheckDigit: check = "" } = match.groups ?? {};
  const prepend = format.validation.serial_number_format?.prepend_if;
  const guarded = prepend && new RegExp(prepend.matches_regex).test(serial) ? prepend.content + serial : serial;
  return CHECKS[checksum.name]?.(guarded, check, checksum) ? match : null;
}

function readRecorded() {
  return RECORDED.flatMap((file) => {
    const courier = recordedSchema.parse(sharedFixtures.readJson("tracking-formats", `${file}.json`));
    return courier.tracking_numbers.map((format) => ({ courier: courier.courier_code, format }));
  });
}

const recorded = sharedFixtures.present ? readRecorded() : [];
const recordedCountries = new Set(
  recorded
    .filter(({ courier }) => courier === "s10")
    .flatMap(({ format }) => (format.additional ?? []).filter((each) => each.regex_group_name === "CountryCode"))
    .flatMap((each) => each.lookup.map((row) => row.matches)),
);

/** Formats of these carriers that we know beyond the record. */
const BEYOND_THE_RECORD = ["easypost_test", "dhl_express_licence_plate", "postnl_3s", "bpost_24"];
const beyond = FORMATS.filter((format) => BEYOND_THE_RECORD.includes(format.id));

/**
 * OnTrac's check digit guards its letter as the digit 4 or 5. The record adds that digit only where the number
 * does not begin with it, so these few it checks with the weights shifted.
 */
const ONTRAC_LETTER_LEFT_OUT = /^(?:C4|D5)\d{13}$/;

/** 91 is no service type: to us these are confirmation numbers with their 91 and two digits short. */
const USPS_TWO_DIGITS_SHORT = /^420\d{5}(?:\d{4})?91\d{18}$/;

const isComparable = (number: string) =>
  ![ONTRAC_LETTER_LEFT_OUT, USPS_TWO_DIGITS_SHORT, ...beyond.map((format) => format.pattern)].some((pattern) => pattern.test(number));

function recordedCarriers(number: string): Set<string> {
  const slugs = recorded.flatMap(({ courier, format }) => {
    const match = accepts(format, number);
    if (!match) return [];
    if (courier !== "s10") return [SLUGS[format.id ?? ""] ?? SLUGS[courier] ?? courier];
    const country = match.groups?.CountryCode ?? "";
    return recordedCountries.has(country) ? [S10_OPERATORS[country] ?? `no operator for ${country}`] : [];
  });
  return new Set(slugs);
}

const comparable = new Set([
  ...recorded.filter(({ courier }) => courier !== "s10").map(({ courier, format }) => SLUGS[format.id ?? ""] ?? SLUGS[courier] ?? courier),
  ...[...recordedCountries].flatMap((country) => S10_OPERATORS[country ?? ""] ?? []),
]);

function ourCarriers(number: string): Set<string> {
  return new Set(
    detectCarrier(number)
      .candidates.map((each) => each.carrier as string)
      .filter((slug) => comparable.has(slug)),
  );
}

const samples = FORMATS.flatMap((format) => [...format.valid, ...format.invalid]);

describe.skipIf(!sharedFixtures.present)(`the formats of 18 couriers (${sharedFixtures.label})`, () => {
  it("have an operator of ours for every recorded postal country", () => {
    expect(recordedCountries.size).toBeGreaterThan(150);
    expect([...recordedCountries].filter((country) => !S10_OPERATORS[country ?? ""])).toEqual([]);
  });

  it.each(recorded.map(({ courier, format }) => [`${courier}: ${format.name}`, format] as const))(
    "cover %s with an example of ours",
    (_, format) => {
      expect(samples.filter((number) => accepts(format, number))).not.toHaveLength(0);
    },
  );

  it.each(samples.filter(isComparable))("name the same carriers as ours for %s", (number) => {
    expect(ourCarriers(number)).toEqual(recordedCarriers(number));
  });

  it("name the same carriers as ours for any number mistyped", () => {
    const place = fc.nat(39);
    const char = fc.constantFrom(..."0123456789ABCDEGHJLNRSTUVXZ");
    const typo = fc.oneof(
      fc.tuple(place, char).map(
        ([at, typed]) =>
          (number: string) =>
            number.slice(0, at) + typed + number.slice(at + 1),
      ),
      fc.tuple(place, char).map(
        ([at, typed]) =>
          (number: string) =>
            number.slice(0, at) + typed + number.slice(at),
      ),
      place.map((at) => (number: string) => number.slice(0, at) + number.slice(at + 1)),
      place.map((at) => (number: string) => number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(typo, { minLength: 1, maxLength: 3 }), (sample, typos) => {
        const number = typos.reduce((text, mistype) => mistype(text), sample);
        fc.pre(number.length >= 4 && number.length <= 40 && isComparable(number));
        fc.pre(!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) || recordedCountries.has(number.slice(-2)));
        expect(ourCarriers(number), number).toEqual(recordedCarriers(number));
      }),
      { numRuns: 3000 },
    );
  });
});
