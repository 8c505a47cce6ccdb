import type { EvaluatedDeployment } from '../../src/documents/evaluate/evaluate-deployment';
import { writtenIn } from '../../src/documents/evaluate/written-in';
import type { TemplateOrder } from '../../src/documents/order/template-order';
import type { Deployable } from '../../src/documents/template/template';

/**
 * Prints the direct dependencies of each declaration of the root, one per line, so that a Bicep file and its compiled
 * form read the same. An existing resource isn't deployed: its own dependencies replace it, as in the compiler's
 * output. Loops without iterations have no dependencies.
 */
export function dependencyLines({ resources }: EvaluatedDeployment, hasSymbols: boolean): readonly string[] {
  const order = resources.map(({ path }) => path[0]?.order).find((one) => one !== undefined);
  if (!order) return [];
  const nameOf = (one: Deployable): string => (hasSymbols && one.symbol) || nameIn(order, one);
  const lines = declarationsOf(order)
    .filter((one) => !isExisting(one) && order.instancesOf(one).length > 0)
    .flatMap((one) => deployedBefore(order, one).map((on) => `${nameOf(one)} waits for ${nameOf(on)}`));
  return [...new Set(lines)].sort();
}

function declarationsOf({ template: { resources, modules } }: TemplateOrder): readonly Deployable[] {
  const withChildren = (one: (typeof resources)[number]): readonly Deployable[] => [
    one,
    ...one.children.flatMap(withChildren),
  ];
  return [...resources.flatMap(withChildren), ...modules];
}

function isExisting(one: Deployable): boolean {
  return 'isExisting' in one && one.isExisting;
}

function deployedBefore(order: TemplateOrder, from: Deployable): readonly Deployable[] {
  return order
    .dependenciesOf(from)
    .all.flatMap(({ on }) => (isExisting(on) ? deployedBefore(order, on) : [on]));
}

function nameIn(order: TemplateOrder, declaration: Deployable): string {
  const last = order.instancesOf(declaration).at(-1);
  const name = last && writtenIn(last.fullName());
  return name ? `${last.type.toLowerCase()} ${name.toLowerCase()}` : '?';
}
