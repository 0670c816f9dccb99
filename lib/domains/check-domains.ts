export async function checkDomains(_ctx: unknown): Promise<void> {}
