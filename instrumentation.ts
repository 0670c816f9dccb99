/** Opens the database and loads what the routes need before the first visitor comes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startServices } = await import("#app/_server/start-services.ts");
  await startServices();
}
