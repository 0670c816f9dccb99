export async function importParcels(_ctx: unknown, _input: unknown): Promise<void> {}
