/** Calls a vendor's client step by step, and prints at the end what each step came to: `{ returned }` or `{ threw }`. */
export function lookOn() {
  const seen = {};
  return {
    input: JSON.parse(process.argv[2]),
    /** Answers what the call returned, for later steps; undefined when it threw. */
    async see(step, call) {
      try {
        const returned = await call();
        seen[step] = { returned: returned ?? null };
        return returned;
      } catch (error) {
        seen[step] = { threw: { name: error.constructor.name, message: error.message, ...error } };
      }
    },
    /** Ends the process too: ShipEngine's client leaves a timer of 65 s behind each call. */
    tell() {
      process.stdout.write(JSON.stringify(seen), () => process.exit());
    },
  };
}
