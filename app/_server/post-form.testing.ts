import type { TestDatabase } from "#lib/testing/databases.ts";
import { provideTestServices, type VisitorOptions } from "./visit.testing.ts";

type RouteHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

export interface Sent {
  method?: "GET" | "HEAD" | "POST";
  form?: Record<string, string | string[]>;
  headers?: Record<string, string>;
}

/** A shop that can send mails, to whose pages shoppers post forms. */
export function createShopper(test: TestDatabase, options: VisitorOptions = {}) {
  provideTestServices({ ...test, config: { ...test.config, smtpUrl: "smtp://127.0.0.1:2525" } }, options);
  return async function send<Params>(
    handler: RouteHandler<Params>,
    params: Params,
    path: string,
    { form, method = form ? "POST" : "GET", headers = {} }: Sent = {},
  ): Promise<{ status: number; html: string; headers: Headers }> {
    const fields = Object.entries(form ?? {}).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers: { host: "localhost:3000", ...headers },
      ...(method === "POST" && { body: new URLSearchParams(fields) }),
    });
    const answer = await handler(request, { params: Promise.resolve(params) });
    return { status: answer.status, html: await answer.text(), headers: answer.headers };
  };
}

/** All that forms and links could change. */
export async function booksOf({ db }: TestDatabase): Promise<unknown> {
  const tables = ["subscriptions", "messages", "told_news", "suppressions", "trackers", "events", "message_settings"] as const;
  const rows = await Promise.all(tables.map((table) => db.kysely.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}
