import { apiRoute } from "#app/_server/api/api-route.ts";
import { shippoDialect } from "#app/tracks/_shippo/shippo-dialect.ts";

export const dynamic = "force-dynamic";

const handle = apiRoute(shippoDialect);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
