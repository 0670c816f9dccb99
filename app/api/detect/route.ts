import { problem } from "#app/_server/problem.ts";
import { detectCarrier } from "#lib/carriers/detect-carrier.ts";
import { LONGEST_NUMBER_TEXT } from "#lib/carriers/tracking-number.ts";
import { buildDetectionJson } from "#lib/contracts/detection-json.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  const number = new URL(request.url).searchParams.get("number")?.trim() ?? "";
  if (!number) return problem(422, "Number missing", "Say which number: /api/detect?number=9405511899223197428490");
  if (number.length > LONGEST_NUMBER_TEXT)
    return problem(422, "Number too long", `A tracking number has at most 40 characters; this text has ${number.length}.`);
  return Response.json(buildDetectionJson(detectCarrier(number)), { headers: { "cache-control": "public, max-age=3600" } });
}
