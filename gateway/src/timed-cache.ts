/** A bounded map whose entries end at an instant. The oldest entry gives way when it is full. */
export interface TimedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value, expires: number): void;
  delete(key: string): void;
}

export function createTimedCache<Value>(options: { max: number; now: () => number }): TimedCache<Value> {
  const entries = new Map<string, { value: Value; expires: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.expires > options.now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value, expires) {
      entries.delete(key);
      if (entries.size >= options.max) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      entries.set(key, { value, expires });
    },
    delete: (key) => void entries.delete(key),
  };
}
