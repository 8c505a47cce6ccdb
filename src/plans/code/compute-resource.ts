import type { ComputeBody } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import type { Candidate } from './parameters';
import { object, parameter, type Value } from './template';

/** The compute's `properties`, word for word the body of the PUT, with parameters where environments differ. */
export function computeProperties(body: ComputeBody): Value {
  return valueOf(body.properties);
}

/** Properties that follow something else than the plan's own value. */
const followed: Readonly<Record<string, Value>> = {
  computeLocation: parameter('location'),
  vmSize: parameter('vmSize'),
  vmPriority: parameter('vmPriority'),
  minNodeCount: parameter('minNodes'),
  maxNodeCount: parameter('maxNodes'),
  nodeIdleTimeBeforeScaleDown: { is: 'format', parts: ['PT', parameter('idleMinutes'), 'M'] },
  subnet: object({ id: { is: 'id', symbol: 'subnet' } }),
};

function valueOf(plain: unknown): Value {
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return plain;
  const fields = Object.entries(plain as Record<string, unknown>);
  return object(Object.fromEntries(fields.map(([name, value]) => [name, followed[name] ?? valueOf(value)])));
}

/** Parameters of machine size and number. */
export function computeParameters({ vmSize, nodes, subnetId }: ComputePlan): readonly Candidate[] {
  return [
    { name: 'vmSize', value: vmSize },
    { name: 'vmPriority', value: nodes.priority, limits: { allowed: ['Dedicated', 'LowPriority'] } },
    { name: 'minNodes', value: nodes.min, limits: { minValue: 0 } },
    {
      name: 'maxNodes',
      value: nodes.max,
      limits: { minValue: 1 },
      describedBy: subnetId === null ? 'maxNodes.managed' : 'maxNodes',
    },
    { name: 'idleMinutes', value: nodes.idleMinutes, limits: { minValue: 1 } },
  ];
}
