export async function sendQueuedMail(_ctx: unknown, _payload: { sealed: string }): Promise<void> {}
