import type { ReferenceField } from "./reference.ts";

/** As much of JSON Schema as our schemas are rendered in. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  required?: string[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

type Kind = Pick<ReferenceField, "prefix" | "type" | "isObject" | "isNullable" | "words"> & {
  /** What is in it, where it has no name of its own. */
  inner: JsonSchema | null;
};

const FORMATS: Readonly<Record<string, string>> = { "date-time": "time", date: "day", uri: "web address", email: "mail address" };
const PLAIN: Readonly<Record<string, string>> = { string: "text", number: "number", integer: "whole number", boolean: "true or false" };

/** The fields of an object in the order they were written, those of objects without a name of their own among them. */
export function describeFields(schema: JsonSchema, prefix = ""): ReferenceField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const { inner, ...kind } = kindOf(property);
    const isRequired = (schema.required ?? []).includes(key) && property.default === undefined;
    const field = { ...kind, name: `${prefix}${key}`, isRequired, description: descriptionOf(property) };
    const suffix = kind.prefix === "list of" ? "[]" : kind.prefix === "map of" ? ".*" : "";
    return [field, ...(inner ? describeFields(inner, `${field.name}${suffix}.`) : [])];
  });
}

export function wordsOf(schema: JsonSchema): string[] {
  return (schema.enum ?? (schema.const === undefined ? [] : [schema.const])).map(String);
}

export function nameOfReference(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

function descriptionOf(schema: JsonSchema): string | null {
  const own = schema.description ?? choicesOf(schema).find((choice) => choice.description !== undefined)?.description;
  const range = schema.minimum !== undefined && (schema.maximum ?? 0) < 1_000_000 ? `From ${schema.minimum} to ${schema.maximum}.` : null;
  const fallback = schema.default === undefined ? null : `${JSON.stringify(schema.default)} if it is left out.`;
  return [own, schema.maximum === undefined ? null : range, fallback].filter(Boolean).join(" ") || null;
}

const choicesOf = ({ anyOf, oneOf, allOf }: JsonSchema): JsonSchema[] => anyOf ?? oneOf ?? allOf ?? [];
const isNull = ({ type }: JsonSchema) => type === "null";

function kindOf(schema: JsonSchema): Kind {
  const nothing = { prefix: "", isObject: false, isNullable: false, words: [], inner: null };
  if (schema.$ref !== undefined) return { ...nothing, type: nameOfReference(schema.$ref), isObject: true };

  const choices = choicesOf(schema);
  if (choices.length > 0)
    return { ...joinKinds(choices.filter((choice) => !isNull(choice)).map(kindOf)), isNullable: choices.some(isNull) };
  const words = wordsOf(schema);
  if (words.length > 0) return { ...nothing, type: "word", words };

  const types = [schema.type ?? []].flat();
  const isNullable = types.includes("null");
  const type = types.find((word) => word !== "null");
  if (type === "array" && schema.items) return { ...kindOf(schema.items), prefix: "list of", isNullable };
  if (type === "object" && typeof schema.additionalProperties === "object") {
    return { ...kindOf(schema.additionalProperties), prefix: "map of", isNullable };
  }
  if (type === "object") return { ...nothing, type: "object", isNullable, inner: schema };
  return { ...nothing, type: FORMATS[schema.format ?? ""] ?? PLAIN[type ?? ""] ?? "any JSON", isNullable };
}

function joinKinds(kinds: readonly Kind[]): Kind {
  const [first = { prefix: "", type: "any JSON", isObject: false, isNullable: false, words: [], inner: null }, ...rest] = kinds;
  if (rest.length === 0) return first;
  const type = [...new Set(kinds.map((kind) => kind.type))].join(" or ");
  return {
    ...first,
    type,
    isObject: false,
    words: kinds.flatMap((kind) => kind.words),
    inner: kinds.find((kind) => kind.inner)?.inner ?? null,
  };
}
