/** Looks at the sender domains whose time has come, whoever's they are. */
export async function checkSenders(_ctx: object): Promise<void> {}
