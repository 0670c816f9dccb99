import { apiRoute } from "#app/_server/api/api-route.ts";
import { shipengineDialect } from "#app/v1/_shipengine/shipengine-dialect.ts";

export const dynamic = "force-dynamic";

const handle = apiRoute(shipengineDialect);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
