/** Remembers answers by key; forgets all of them when full, so that no visitor can fill the memory. */
export function boundedMemo<Value>(limit: number): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    if (known.size >= limit) known.clear();
    const value = compute();
    known.set(key, value);
    return value;
  };
}
