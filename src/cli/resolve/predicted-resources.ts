import type { EvaluatedResource } from '../../documents/evaluate/evaluated-resource';
import type { Value } from '../../documents/evaluate/value';
import type { Reason } from '../../core/reason';

/** JSON as printed. */
export type Printed =
  string | number | boolean | null | readonly Printed[] | { readonly [name: string]: Printed };

/** Formats a reason as text. */
export type FormatReason = (because: Reason) => string;

/** Returns created resources in the form that `bicep snapshot` predicts. */
export function predictedResources(
  resources: readonly EvaluatedResource[],
  word: FormatReason,
): readonly Printed[] {
  const created = resources.filter(
    (one) => !one.isExisting && !isDeployment(one) && (!one.isDeployed.known || one.isDeployed.value),
  );
  return created.map((one) => predicted(one, word));
}

/** The resources of a deployment are in the list themselves. */
function isDeployment({ type }: EvaluatedResource): boolean {
  return type.toLowerCase() === 'microsoft.resources/deployments';
}

/** The name is separate, and metadata is for readers of the template. */
const notPrinted = new Set(['name', 'metadata']);

function predicted(
  { id, type, name, apiVersion, body, isDeployed }: EvaluatedResource,
  word: FormatReason,
): Printed {
  const others = [...body.members].filter(
    ([key, value]) => !notPrinted.has(key.toLowerCase()) && value.is !== 'null',
  );
  const members = printedMembers(new Map(others), word);
  return {
    id: printed(id, word),
    type,
    name: printed(name, word),
    apiVersion: printed(apiVersion, word),
    ...(isDeployed.known ? {} : { condition: unknownAs(isDeployed.because, word) }),
    ...members,
    ...(body.rest === null ? {} : unknownAs(body.rest, word)),
  };
}

/** Converts a value to JSON. An unknown value is `{"$unknown": "why"}`. */
export function printed(value: Value, word: FormatReason): Printed {
  switch (value.is) {
    case 'text':
    case 'number':
    case 'flag':
      return value.value;
    case 'null':
      return null;
    case 'array': {
      const items = value.items.map((item) => printed(item, word));
      return value.rest === null ? items : [...items, unknownAs(value.rest, word)];
    }
    case 'object': {
      const members = printedMembers(value.members, word);
      return value.rest === null ? members : { ...members, ...unknownAs(value.rest, word) };
    }
    case 'unknown':
      return unknownAs(value.because, word);
  }
}

function printedMembers(members: ReadonlyMap<string, Value>, word: FormatReason): Record<string, Printed> {
  return Object.fromEntries([...members].map(([key, value]) => [key, printed(value, word)]));
}

function unknownAs(because: Reason, word: FormatReason): { readonly $unknown: string } {
  return { $unknown: word(because) };
}
