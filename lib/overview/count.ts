export async function count(_ctx: unknown): Promise<void> {}
