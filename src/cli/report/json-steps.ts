import type { CheckReport } from '../../contract/check-report';
import type { Fix } from '../../core/fix';
import { permissionsOf } from '../../core/fix-permissions';
import {
  attachmentsOf,
  isEntryChange,
  isOfResource,
  isServiceChange,
  settingsOf,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
} from '../../core/resource-change';
import {
  accessOf,
  endpointOf,
  isDataServiceChange,
  zoneOf,
  type BuilderChange,
  type DataServiceChange,
  type ServiceChange,
} from '../../core/service-change';
import { stateOf } from '../../core/change';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';

type ReportedFix = NonNullable<CheckReport['subnets'][number]['requirements'][number]['fix']>;
type JsonStep = ReportedFix['steps'][number];

/** Returns the changes of a fix, and the flows that it opens and closes. */
export function fixJson({ effect, opens, closes, changes }: Fix | TestedEdits['fix']): ReportedFix {
  return {
    effect,
    allow: [...permissionsOf(changes)],
    opens: [...opens],
    closes: [...closes],
    steps: changes.flatMap(jsonSteps),
  };
}

/**
 * Converts a change to the verbs of the JSON report, which other programs read. A changed rule is removed and added
 * again.
 */
export function jsonSteps(change: ResourceChange): readonly JsonStep[] {
  if (isEntryChange(change)) return entrySteps(change);
  if (isServiceChange(change)) return serviceSteps(change);
  const { id, type, after } = change;
  if (!isOfResource(change)) return partSteps(change);
  return [after ? { do: 'create', what: type, id, ...after } : { do: 'delete', what: type, id }];
}

function entrySteps({ id, type, before, after }: RuleChange | RouteChange): readonly JsonStep[] {
  return [
    ...(before ? [{ do: 'remove' as const, what: type, from: id, name: before.name }] : []),
    ...(after ? [{ do: 'insert' as const, what: type, into: id, [type]: after }] : []),
  ];
}

function partSteps(change: ResourceChange): readonly JsonStep[] {
  return [
    ...attachmentsOf(change).map(({ type: what, id, to, isAttached }): JsonStep =>
      isAttached ? { do: 'attach', what, id, to } : { do: 'detach', what, id, from: to },
    ),
    ...settingsOf(change).map(({ id: at, property, after: value }): JsonStep => ({
      do: 'set',
      at,
      property,
      value,
    })),
  ];
}

/** The verbs for a change that creates its resource, and for one that deletes it. */
const verbs: Partial<Readonly<Record<ServiceChange['type'], readonly [JsonStep['do'], JsonStep['do']]>>> = {
  endpoint: ['connect', 'disconnect'],
  zone: ['addZone', 'removeZone'],
  zoneLink: ['link', 'unlink'],
  zoneGroup: ['register', 'deregister'],
};

function serviceSteps(change: ServiceChange): readonly JsonStep[] {
  if (isDataServiceChange(change)) return accessSteps(change);
  if (change.type === 'workspace') return [builderStep(change)];
  const { id, type, after } = change;
  const [created, deleted] = verbs[type] ?? ['create', 'delete'];
  const parent = type === 'zoneLink' ? { zone: zoneOf(id) } : { endpoint: endpointOf(id) };
  const named = type === 'zoneLink' || type === 'zoneGroup' ? parent : {};
  return [{ do: after ? created : deleted, id, ...named, ...stateOf(change) }];
}

function builderStep({ id: at, before, after }: BuilderChange): JsonStep {
  return { do: 'appoint', at, builder: after?.buildCompute, before: before?.buildCompute ?? null };
}

function accessSteps(change: DataServiceChange): readonly JsonStep[] {
  const { added, removed, trusts } = accessOf(change);
  const at = change.id;
  return [
    ...added.map((subnet): JsonStep => ({ do: 'admit', at, subnet })),
    ...removed.map((subnet): JsonStep => ({ do: 'dismiss', at, subnet })),
    ...(trusts === undefined ? [] : [{ do: trusts ? 'trust' : 'distrust', at } as const]),
  ];
}
