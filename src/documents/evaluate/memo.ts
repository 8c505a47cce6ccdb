import { reason } from '../../core/reason';
import { unknownValue } from './make-value';
import type { Value } from './value';

/** Values by name. Each is computed once, on first use. A value that depends on itself is unknown. */
export class Memo<K> {
  private readonly values = new Map<K, Value | 'running'>();

  get(key: K, compute: () => Value): Value {
    const found = this.values.get(key);
    if (found === 'running') return unknownValue(reason('unknown.cycle', { name: String(key) }));
    if (found !== undefined) return found;
    this.values.set(key, 'running');
    const value = compute();
    this.values.set(key, value);
    return value;
  }
}
