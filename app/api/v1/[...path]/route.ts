import { apiRoute } from "#app/_server/api/api-route.ts";
import { standardDialect } from "../_standard/standard-dialect.ts";

export const dynamic = "force-dynamic";

const handle = apiRoute(standardDialect);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
