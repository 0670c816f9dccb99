import { z } from "zod";
import {
  type CreateDocumentOptions,
  createDocument,
  createSchema,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { trackingNewsSchema } from "../tracking-json.ts";
import { standardWebhookSchema } from "./event.ts";
import { type Operation, pathNames, problemsOf } from "./operation.ts";
import { API_ROOT, OPERATION_GROUPS } from "./operations.ts";
import { PROBLEMS, type ProblemCode, problemSchema } from "./problem.ts";
import { publishSchema } from "./publish-schema.ts";

const PATH_NAMES: Readonly<Record<string, string>> = {
  id: "The id out of an answer before.",
  external_id: "Your own number of the order.",
};

const options: CreateDocumentOptions = { override: publishSchema };

/** Our API as OpenAPI 3.1, made of the very schemas that parse its calls. */
export function buildOpenApi({ origin }: { origin: string }) {
  // A request of ours is an answer's shape: what we write, not what we read.
  const { schema: webhookSchema } = createSchema(standardWebhookSchema, { io: "output", opts: options });
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Waymark",
        version: "1",
        description: `Parcels, orders, brand, sources and endpoints of one merchant. For people: ${origin}${API_ROOT}`,
      },
      servers: [{ url: `${origin}${API_ROOT}` }],
      security: [{ bearer: [] }, { basic: [] }],
      tags: OPERATION_GROUPS.map(({ title, introduction }) => ({ name: title, description: introduction })),
      paths: buildPaths(),
      webhooks: {
        event: {
          post: {
            summary: "An event, as an endpoint of the format `standard` is sent it",
            description: "Signed by Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature.",
            requestBody: { content: { "application/json": { schema: webhookSchema } } },
            responses: { "204": { description: "Taken. Any 2xx will do; 410 ends the endpoint; anything else is tried again." } },
          },
        },
      },
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "An API key: `wm_test_…` or `wm_live_…`." },
          basic: { type: "http", scheme: "basic", description: "The API key as user, without password." },
        },
        // Answered at no operation's address but at every parcel's, with no key at all.
        schemas: { TrackingNews: trackingNewsSchema },
      },
    },
    options,
  );
}

function buildPaths() {
  const operations = OPERATION_GROUPS.flatMap(({ title, operations: rows }) => rows.map((operation) => ({ title, operation })));
  const byPath = Map.groupBy(operations, ({ operation }) => operation.path.replaceAll(/:(\w+)/g, "{$1}"));
  return Object.fromEntries(
    [...byPath].map(([path, rows]) => [
      path,
      Object.fromEntries(rows.map(({ title, operation }) => [operation.method.toLowerCase(), buildOperation(operation, title)])),
    ]),
  );
}

function buildOperation(operation: Operation, title: string): ZodOpenApiOperationObject {
  const { id, path, summary, description, query, body, example } = operation;
  const names = pathNames(path);
  return {
    operationId: id,
    tags: [title],
    summary,
    ...(description !== undefined && { description }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((name) => [name, pathParameter(name)]))) }),
      ...(query instanceof z.ZodObject && { query }),
    },
    ...(body && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { "application/json": { schema: body, ...(example !== undefined && { example }) } },
      },
    }),
    responses: { ...buildAnswers(operation), ...buildProblems(problemsOf(operation)) },
  };
}

const pathParameter = (name: string) => z.string().describe(PATH_NAMES[name] ?? name);

function buildAnswers({ answers }: Operation): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema }]) => [
      status,
      { description, ...(schema && { content: { "application/json": { schema } } }) },
    ]),
  );
}

/** Problems of one status share an answer, which names the codes it may have. */
function buildProblems(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, shared]) => [
      String(status),
      {
        description: shared.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}
