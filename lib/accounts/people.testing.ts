import type { UserId } from "#lib/shared/ids.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createUser } from "./create-user.ts";
import type { Visit } from "./sign-in.ts";
import { signInByPassword } from "./sign-in-by-password.ts";

/** Good enough for every rule that passwords are held to. */
export const PASSWORD = "seven quiet herons waded";

export async function makeUser(test: TestDatabase, email = "mia@fern.example", name = "Mia"): Promise<UserId> {
  const outcome = await createUser(test, { email, name, password: PASSWORD });
  if (outcome.kind !== "created") throw new Error(`The user was not made: ${JSON.stringify(outcome)}`);
  return outcome.userId;
}

/** A browser: its cookies go along with every visit. */
export function openBrowser(userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", address = "192.0.2.7") {
  const jar = new Map<string, string>();
  const take = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      if (/Max-Age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const visit = (): Visit => {
    const headers = new Headers({ "user-agent": userAgent });
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    return { headers, address };
  };
  async function signIn(test: TestDatabase, email = "mia@fern.example", password = PASSWORD) {
    const outcome = await signInByPassword(test, { visit: visit(), email, password });
    if (outcome.kind === "signed_in") take(outcome.cookies);
    return outcome;
  }
  return { jar, take, visit, signIn };
}
