import {
  associationsOf,
  isEntryChange,
  isOfResource,
  isServiceChange,
  settingsOf,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
} from '../../src/core/resource-change';
import {
  accessOf,
  endpointOf,
  isDataServiceChange,
  zoneOf,
  type BuilderChange,
  type DataServiceChange,
  type ServiceChange,
} from '../../src/core/service-change';
import { stateOf } from '../../src/core/change';

/** A change in one verb, which the assertions of fix tests read. */
export interface ChangeStep {
  readonly do: string;
  readonly [member: string]: unknown;
}

/** Converts a change to verbs. A changed rule is removed and added again. */
export function changeSteps(change: ResourceChange): readonly ChangeStep[] {
  if (isEntryChange(change)) return entrySteps(change);
  if (isServiceChange(change)) return serviceSteps(change);
  const { id, type, after } = change;
  if (!isOfResource(change)) return partSteps(change);
  return [after ? { do: 'create', what: type, id, ...after } : { do: 'delete', what: type, id }];
}

function entrySteps({ id, type, before, after }: RuleChange | RouteChange): readonly ChangeStep[] {
  return [
    ...(before ? [{ do: 'remove' as const, what: type, from: id, name: before.name }] : []),
    ...(after ? [{ do: 'insert' as const, what: type, into: id, [type]: after }] : []),
  ];
}

function partSteps(change: ResourceChange): readonly ChangeStep[] {
  return [
    ...associationsOf(change).map(({ type: what, id, to, isAssociated }): ChangeStep =>
      isAssociated ? { do: 'associate', what, id, to } : { do: 'dissociate', what, id, from: to },
    ),
    ...settingsOf(change).map(({ id: at, property, after: value }): ChangeStep => ({
      do: 'set',
      at,
      property,
      value,
    })),
  ];
}

/** The verbs for a change that creates its resource, and for one that deletes it. */
const verbs: Partial<Readonly<Record<ServiceChange['type'], readonly [ChangeStep['do'], ChangeStep['do']]>>> =
  {
    endpoint: ['connect', 'disconnect'],
    zone: ['addZone', 'removeZone'],
    zoneLink: ['link', 'unlink'],
    zoneGroup: ['register', 'deregister'],
  };

function serviceSteps(change: ServiceChange): readonly ChangeStep[] {
  if (isDataServiceChange(change)) return accessSteps(change);
  if (change.type === 'workspace') return [builderStep(change)];
  const { id, type, after } = change;
  const [created, deleted] = verbs[type] ?? ['create', 'delete'];
  const parent = type === 'zoneLink' ? { zone: zoneOf(id) } : { endpoint: endpointOf(id) };
  const named = type === 'zoneLink' || type === 'zoneGroup' ? parent : {};
  return [{ do: after ? created : deleted, id, ...named, ...stateOf(change) }];
}

function builderStep({ id: at, before, after }: BuilderChange): ChangeStep {
  return { do: 'appoint', at, builder: after?.buildCompute, before: before?.buildCompute ?? null };
}

function accessSteps(change: DataServiceChange): readonly ChangeStep[] {
  const { added, removed, trusts } = accessOf(change);
  const at = change.id;
  return [
    ...added.map((subnet): ChangeStep => ({ do: 'admit', at, subnet })),
    ...removed.map((subnet): ChangeStep => ({ do: 'dismiss', at, subnet })),
    ...(trusts === undefined ? [] : [{ do: trusts ? 'trust' : 'distrust', at } as const]),
  ];
}
