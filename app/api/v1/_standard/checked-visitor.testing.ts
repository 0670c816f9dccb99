import { expect } from "vitest";
import { matchEndpoint } from "#app/_server/api/match-endpoint.ts";
import { type ApiShop, type ApiVisitAnswer, type ApiVisitorOptions, createApiVisitor } from "#app/_server/visit-api.testing.ts";
import { problemsOf } from "#lib/contracts/api/operation.ts";
import { OPERATIONS } from "#lib/contracts/api/operations.ts";
import { problemSchema } from "#lib/contracts/api/problem.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import * as route from "../[...path]/route.ts";
import { standardDialect } from "./standard-dialect.ts";

/** As `createApiVisitor`, but every answer is held to what the documents say of it, field by field. */
export function createCheckedVisitor(test: TestDatabase, options: ApiVisitorOptions = {}) {
  const visitor = createApiVisitor(test, route, options);
  const checked = (call: ApiShop["call"]): ApiShop["call"] => {
    return async (method, path, visit) => {
      const answer = await call(method, path, visit);
      holdToDocuments(method, path, answer);
      return answer;
    };
  };
  return {
    call: checked(visitor.call),
    openShop: async (...args: Parameters<typeof visitor.openShop>): Promise<ApiShop> => {
      const shop = await visitor.openShop(...args);
      return { ...shop, call: checked(shop.call) };
    },
  };
}

function holdToDocuments(method: string, path: string, { status, headers, json, text }: ApiVisitAnswer): void {
  const match = matchEndpoint(standardDialect, { method, pathname: new URL(path, "http://localhost").pathname });
  if (match.kind !== "matched") return void (match.kind === "options" || problemSchema.parse(json));
  const operation = OPERATIONS.find((row) => row.method === match.endpoint.method && row.path === match.endpoint.path);
  const documented = operation?.answers[status];
  if (!documented) {
    expect(headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.parse(json);
    expect(problem.status).toBe(status);
    expect(operation && problemsOf(operation)).toContain(problem.code);
  } else if (documented.schema === null || method === "HEAD") {
    expect(text).toBe("");
  } else {
    documented.schema.parse(json);
  }
}
