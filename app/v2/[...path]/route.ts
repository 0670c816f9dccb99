import { apiRoute } from "#app/_server/api/api-route.ts";
import { easypostDialect } from "#app/v2/_easypost/easypost-dialect.ts";

export const dynamic = "force-dynamic";

const handle = apiRoute(easypostDialect);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
