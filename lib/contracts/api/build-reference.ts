import { buildOpenApi } from "./build-openapi.ts";
import { describeFields, type JsonSchema, nameOfReference, wordsOf } from "./describe-schema.ts";
import { COMMON_PROBLEMS, type Operation, pathNames, problemsOf } from "./operation.ts";
import { API_ROOT, OPERATION_GROUPS } from "./operations.ts";
import { PROBLEMS } from "./problem.ts";
import type { ApiReference, ReferenceObject, ReferenceOperation } from "./reference.ts";

interface DocumentOperation {
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema; description?: string }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}

interface OpenApiDocument {
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** What the readable page tells, read out of the OpenAPI document, so that both say the same. `sampleEvent` is the body of one. */
export function buildReference({ origin, sampleEvent }: { origin: string; sampleEvent: string }): ApiReference {
  const document = JSON.parse(JSON.stringify(buildOpenApi({ origin }))) as OpenApiDocument;
  const { schemas } = document.components;
  const base = `${origin}${API_ROOT}`;
  const groups = OPERATION_GROUPS.map(({ operations, ...group }) => ({
    ...group,
    operations: operations.map((operation) => describeOperation(operation, document)),
  }));
  const event = JSON.parse(sampleEvent);
  return {
    origin,
    base,
    groups,
    objects: withoutRepetition(
      Object.entries(schemas)
        .filter(([name]) => isAnswered(name, document))
        .map(([name, schema]) => describeObject(name, schema)),
    ),
    problems: Object.entries(PROBLEMS).map(([code, { status, title }]) => ({ code, status, title })),
    samples: { tracker: JSON.stringify(event.data.tracker, null, 2), event: JSON.stringify(event, null, 2) },
  };
}

function describeOperation(operation: Operation, { paths, components }: OpenApiDocument): ReferenceOperation {
  const { id, method, path, summary, description = null } = operation;
  const row = paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
  if (!row) throw new Error(`the OpenAPI document has no ${method} ${path}`);
  const query = (row.parameters ?? []).filter((parameter) => parameter.in === "query");
  const parameters: JsonSchema = {
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  };
  const body = schemaIn(row.requestBody?.content, "application/json");
  const bodyName = body?.$ref === undefined ? null : nameOfReference(body.$ref);
  const bodyObject = bodyName !== null && SHARED_BODIES.has(bodyName) ? bodyName : null;
  return {
    id,
    method,
    path,
    summary,
    description,
    parameters: describeFields(parameters),
    body: body === null || bodyObject !== null ? [] : describeFields(resolve(body, components.schemas)),
    bodyObject,
    answers: Object.keys(operation.answers).map((status) => {
      const answer = row.responses[status];
      const reference = schemaIn(answer?.content, "application/json")?.$ref;
      const name = reference === undefined ? null : nameOfReference(reference);
      const listed = name === null ? null : nameOfListed(components.schemas[name]);
      return { status, description: answer?.description ?? "", object: listed ?? name, isList: listed !== null };
    }),
    problems: problemsOf(operation).filter((code) => !COMMON_PROBLEMS.includes(code)),
    curl: writeCurl(operation),
  };
}

const schemaIn = (content: Record<string, { schema: JsonSchema }> | undefined, type: string) => content?.[type]?.schema ?? null;

function resolve(schema: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  const choice = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  return choice.$ref === undefined ? choice : (schemas[nameOfReference(choice.$ref)] ?? {});
}

function describeObject(name: string, schema: JsonSchema): ReferenceObject {
  return { name, description: schema.description ?? null, extends: null, fields: describeFields(schema), words: wordsOf(schema) };
}

/** Of an object that has all fields of another, and some more: only those. */
function withoutRepetition(objects: readonly ReferenceObject[]): ReferenceObject[] {
  const namesIn = ({ fields }: ReferenceObject) => fields.map(({ name }) => name);
  return objects.map((object) => {
    const own = new Set(namesIn(object));
    const base = objects.find((other) => {
      const names = namesIn(other);
      return names.length > 1 && names.length < own.size && names.every((name) => own.has(name));
    });
    if (!base) return object;
    const known = new Set(namesIn(base));
    return { ...object, description: null, extends: base.name, fields: object.fields.filter(({ name }) => !known.has(name)) };
  });
}

/** What is sent just as it is answered. */
const SHARED_BODIES: ReadonlySet<string> = new Set(["Brand"]);

/** What calls are made of stands with the call; a page of a list needs no telling each time. */
function isAnswered(name: string, { paths, components }: OpenApiDocument): boolean {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const asked = operations.map(({ requestBody }) => schemaIn(requestBody?.content, "application/json")?.$ref);
  return SHARED_BODIES.has(name) || (nameOfListed(components.schemas[name]) === null && !asked.includes(`#/components/schemas/${name}`));
}

/** Of a list, what is in its `data`. */
function nameOfListed(schema: JsonSchema | undefined): string | null {
  const reference = schema?.properties?.data?.items?.$ref;
  return reference === undefined ? null : nameOfReference(reference);
}

const SAMPLE_NAMES: Readonly<Record<string, string>> = { external_id: "28002-A" };
const ID_PREFIXES: Readonly<Record<string, string>> = {
  trackers: "trk",
  endpoints: "hook",
  deliveries: "dlv",
  events: "evt",
  sources: "src",
  notices: "ntc",
  keys: "key",
};

/** In a shell that knows `WAYMARK` and `KEY`, as the page's beginning sets them: so that the call itself is what one sees. */
function writeCurl({ method, path, example }: Operation): string {
  const [, collection = ""] = path.split("/");
  const sampleId = `${ID_PREFIXES[collection]}_…`;
  const address = pathNames(path).reduce((text, name) => text.replace(`:${name}`, SAMPLE_NAMES[name] ?? sampleId), path);
  const isPlain = method === "GET" || (method === "POST" && example !== undefined);
  const lines = [
    `curl ${isPlain ? "" : `-X ${method} `}$WAYMARK${address}`,
    `-H "Authorization: Bearer $KEY"`,
    ...(example === undefined ? [] : [`--json '${JSON.stringify(example, null, 2)}'`]),
  ];
  return lines.join(" \\\n  ");
}
