import type { Reason } from '../../core/reason';
import { evaluationError } from '../evaluate/errors';
import { nullValue, numberValue, objectValue, textValue, unknownValue } from '../evaluate/make-value';
import type { Value } from '../evaluate/value';
import { attributeOf, type HclBlock } from '../hcl/hcl-syntax';
import { arrayKind } from './collections';
import { eachItem } from './evaluate-for';
import { evaluateHcl, safely } from './evaluate-hcl';
import { withLocal, type HclScope } from './hcl-scope';
import { toNumber, toText } from './types';

/** One instance of a resource or module call. */
export interface TerraformInstance {
  /** The suffix of the address: `[0]`, `["a"]`, `[*]`, or nothing. */
  readonly suffix: string;
  readonly key: string | number | null;
  readonly scope: HclScope;
}

/** The instances of a block. If they aren't known, it has the reason, and one instance represents all of them. */
export interface TerraformInstances {
  readonly repeats: 'no' | 'count' | 'each';
  readonly all: readonly TerraformInstance[];
  readonly unknown: Reason | null;
}

/** Returns the instances of a resource or module call, by its `count` or `for_each`. */
export function instancesOf(block: HclBlock, scope: HclScope): TerraformInstances {
  const count = attributeOf(block.body, 'count')?.value;
  const each = attributeOf(block.body, 'for_each')?.value;
  const over = count ?? each;
  if (over === undefined) return { repeats: 'no', all: [{ suffix: '', key: null, scope }], unknown: null };
  const { budget } = scope.names.run;
  let found: TerraformInstance[] = [];
  const problem = safely(scope, over.place, () => {
    const value = evaluateHcl(over, scope);
    const created = count === undefined ? eachInstance(value, scope) : countedInstances(value, scope);
    if ('is' in created) return created;
    found = created;
    return nullValue();
  });
  const repeats = count === undefined ? 'each' : 'count';
  if (problem.is === 'unknown') {
    return { repeats, all: [anyInstance(problem.because, scope)], unknown: problem.because };
  }
  if (found.length > budget.limits.copies) budget.leaveOut(over.place);
  return { repeats, all: found.slice(0, budget.limits.copies), unknown: null };
}

/** Creates the instance that represents all unknown ones. */
function anyInstance(because: Reason, scope: HclScope): TerraformInstance {
  const part = (name: string): Value => unknownValue(because, name);
  const each = objectValue({ key: part('each.key'), value: part('each.value') });
  const count = objectValue({ index: part('count.index') });
  return { suffix: '[*]', key: null, scope: withLocal(withLocal(scope, 'each', each), 'count', count) };
}

function countedInstances(value: Value, scope: HclScope): TerraformInstance[] | Value {
  if (value.is === 'null') throw evaluationError('terraform.count');
  const number = toNumber(value);
  if (number.is === 'unknown') return number;
  if (number.value < 0 || !Number.isInteger(number.value)) throw evaluationError('terraform.count');
  const { budget } = scope.names.run;
  const length = Math.min(number.value, budget.limits.copies + 1);
  return Array.from({ length }, (_, index) => ({
    suffix: `[${index}]`,
    key: index,
    scope: withLocal(scope, 'count', objectValue({ index: numberValue(index) })),
  }));
}

function eachInstance(value: Value, scope: HclScope): TerraformInstance[] | Value {
  const isRepeatable = value.is === 'unknown' || value.is === 'object' || isSet(value);
  if (!isRepeatable) throw evaluationError('terraform.forEach');
  const items = eachItem(value);
  if ('is' in items) return items;
  const created: TerraformInstance[] = [];
  for (const item of items) {
    const key = item.key.is === 'null' ? item.key : toText(item.key);
    if (key.is === 'unknown') return unknownValue(key.because);
    if (key.is !== 'text') throw evaluationError('terraform.forEach');
    const each = objectValue({ key: textValue(key.value, key.from), value: item.value });
    created.push({
      suffix: `[${JSON.stringify(key.value)}]`,
      key: key.value,
      scope: withLocal(scope, 'each', each),
    });
  }
  return created;
}

/** Returns whether a value is a set, or an empty array of unknown kind. */
function isSet(value: Value): boolean {
  return value.is === 'array' && (arrayKind(value) === 'set' || value.items.length === 0);
}
