/** As long as browsers keep anything. How long a session lasts its row says, which moves on with every day it is used. */
const COOKIE_LIFE_S = 400 * 24 * 60 * 60;

/** The library's `Set-Cookie` values; a session's lasts longer than the session itself, since a page cannot send it anew. */
export function keepCookies(headers: Headers): string[] {
  return headers.getSetCookie().map((cookie) => {
    const isSession = /^[\w-]*waymark\.session_token=[^;]/.test(cookie);
    return isSession ? cookie.replace(/Max-Age=\d+/i, `Max-Age=${COOKIE_LIFE_S}`) : cookie;
  });
}
