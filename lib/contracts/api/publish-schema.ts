interface PublishedSchema {
  additionalProperties?: unknown;
  format?: unknown;
  pattern?: unknown;
}

/** What a schema says to others, told from what it checks here. */
export function publishSchema({ jsonSchema, io = "output" }: { jsonSchema: PublishedSchema; io?: "input" | "output" }): void {
  // Answers gain fields within a version, so whoever reads them must not insist on those of today.
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  // The format says it, and the pattern of a date fills half a screen.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
