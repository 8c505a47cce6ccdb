import { displayText } from '../../../core/text/display-text';
import type { FixTable } from '../../../contract/wizard/fix-preview';
import {
  changedResource,
  isChangedBy,
  settingText,
  type FixStep,
  type ServiceStep,
  type SetStep,
} from '../../../core/fix';
import { findSubnet, nameOf, sameId } from '../../../core/network/find';
import type { NetworkModel } from '../../../core/network/model';
import { sayReason, type Say } from '../../../messages/say';
import { serviceStepReason } from '../../../plans/service-steps';
import { formatRegion } from './region-text';
import { formatType } from './step-text';

type Row = FixTable['rows'][number];
type Cell = Row['cells'][number];

/** Resources that come or go, and what a subnet or gateway names then; none where only rules and routes change. */
export function resourceTables(say: Say, { model, steps }: Around, when: string): readonly FixTable[] {
  const rows = steps.flatMap((step) => rowOf(say, step, { model, steps }) ?? []);
  if (rows.length === 0) return [];
  const columns = (['preview.columnResource', 'preview.columnType', 'preview.columnSetting'] as const).map(
    (key) => ({ label: say(key), numeric: false }),
  );
  return [{ title: say('preview.resourcesTitle', { when }), columns, rows, note: null }];
}

interface Around {
  readonly model: NetworkModel;
  readonly steps: readonly FixStep[];
}

function rowOf(say: Say, step: FixStep, { model, steps }: Around): Row | undefined {
  const id = changedResource(step);
  switch (step.do) {
    case 'create':
      return row('add', [nameOf(id), formatType(say, step.what), createdText(say, step, steps)]);
    case 'delete':
      return row('remove', [nameOf(id), formatType(say, step.what), '']);
    case 'attach':
    case 'detach':
      // What a new gateway is made with stands in its own row.
      return isChangedBy(steps, id) ? undefined : partRow(say, step);
    case 'set':
      return settingRow(say, step, model);
    case 'insert':
    case 'remove':
      return undefined;
    default:
      return serviceRow(say, step);
  }
}

function row(mark: Row['mark'], cells: readonly (string | Cell)[]): Row {
  return {
    mark,
    cells: cells.map((one) => shownCell(typeof one === 'string' ? { text: one, was: null } : one)),
    folded: [],
  };
}

function shownCell({ text, was }: Cell): Cell {
  return { text: displayText(text), was: was === null ? null : displayText(was) };
}

type Create = Extract<FixStep, { do: 'create' }>;

/** “Standard, West Europe, pip-ng-snet-training” */
function createdText(say: Say, step: Create, steps: readonly FixStep[]): string {
  const inside = steps.flatMap((one) =>
    one.do === 'attach' && sameId(one.to, step.id) ? [nameOf(one.id)] : [],
  );
  const fixed = step.what === 'publicIpAddress' ? [say('preview.static')] : [];
  return [
    ...(step.sku === undefined ? [] : [step.sku]),
    ...fixed,
    formatRegion(step.location),
    ...inside,
  ].join(', ');
}

type PartStep = Extract<FixStep, { do: 'attach' | 'detach' }>;

/** “NAT gateway: none → NAT gateway: ng-snet-training” */
function partRow(say: Say, step: PartStep): Row {
  const owner = step.what === 'publicIpAddress' ? 'natGateway' : 'subnet';
  const type = formatType(say, step.what);
  const [none, named] = [say('preview.none'), nameOf(step.id)].map((name) =>
    say('preview.setting', { type, name }),
  );
  const [was = '', text = ''] = step.do === 'attach' ? [none, named] : [named, none];
  return row('change', [nameOf(changedResource(step)), say(`preview.type.${owner}`), { text, was }]);
}

function settingRow(say: Say, step: SetStep, model: NetworkModel): Row {
  const before = findSubnet(model, step.at)?.subnet[step.property];
  const was = before?.known ? shown(before.value) : '';
  const words = (value: string): string =>
    step.property === 'delegations'
      ? say('preview.delegation', { services: value || say('preview.none') })
      : say('preview.setting', { type: step.property, name: value || say('preview.none') });
  const change = { text: words(settingText(step)), was: words(was) };
  return row('change', [nameOf(step.at), say('preview.type.subnet'), change]);
}

function shown(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** What changes beside the network is one sentence. */
function serviceRow(say: Say, step: ServiceStep): Row {
  const id = changedResource(step);
  const type = say(`preview.type.${serviceType(step)}`);
  const mark = marks[step.do] ?? 'change';
  return row(mark, [nameOf(id), type, sayReason(say, serviceStepReason(step))]);
}

const marks: Readonly<Partial<Record<ServiceStep['do'], Row['mark']>>> = {
  link: 'add',
  connect: 'add',
  addZone: 'add',
  register: 'add',
  unlink: 'remove',
  disconnect: 'remove',
  removeZone: 'remove',
  deregister: 'remove',
};

const typesByPath = [
  ['/storageaccounts/', 'storage'],
  ['/vaults/', 'keyVault'],
  ['/registries/', 'registry'],
  ['/virtualnetworklinks/', 'zoneLink'],
  ['/privatednszonegroups/', 'zoneGroup'],
  ['/privateendpoints/', 'endpoint'],
  ['/privatednszones/', 'zone'],
] as const;

function serviceType(step: ServiceStep) {
  const id = changedResource(step).toLowerCase();
  return typesByPath.find(([path]) => id.includes(path))?.[1] ?? 'workspace';
}
