/** Whether a name is nobody's in the DNS of the world, so that nobody can prove it. */
export const isNobodysName = (name: string) => /(?:^|\.)(?:localhost|local|internal|invalid|onion|arpa)$/.test(name);
