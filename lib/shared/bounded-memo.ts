/** Remembers answers by key; when it is full the oldest leaves, so that no visitor can fill the memory. */
export function boundedMemo<Value>(limit: number): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = compute();
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= limit) known.delete(oldest);
    known.set(key, value);
    return value;
  };
}
