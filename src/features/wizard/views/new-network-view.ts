import type { NewNetworkView } from '../../../contract/wizard/new-network';
import { usableAddresses } from '../../../checks/settings/addresses';
import { networkFields, type NetworkField } from '../../../checks/new-network/propose-network';
import { isChangedBy, type CreatedType, type FixStep, type NewRule } from '../../../core/fix';
import { known, valueOr } from '../../../core/known';
import { nameOf, sameId } from '../../../core/network/find';
import type { Direction } from '../../../core/network/model';
import { sayReason, type Say } from '../../../messages/say';
import { chosenWorkspace, isProposing } from '../selection';
import type { Proposal } from '../proposal';
import type { WizardState } from '../state';
import { newRuleCells, ruleColumns } from './fix-tables';
import { formatRegion } from './region-text';
import { formatType } from './step-text';

/** The network that does not exist yet: its fields, and what will be made; null where one that exists is chosen. */
export function newNetworkViewOf(say: Say, state: WizardState): NewNetworkView | null {
  const { proposal } = state;
  if (!proposal || !isProposing(state)) return null;
  const region = formatRegion(proposal.proposed.location);
  return {
    fields: networkFields.map((field) => ({
      field,
      label: say(`newNetwork.${field}`),
      value: proposal.proposed[field],
      ...underField(say, state, { proposal, field }),
    })),
    region: say('newNetwork.region.line', { region }),
    tables: proposal.furnished ? tablesOf(say, proposal) : [],
  };
}

type Under = Pick<NewNetworkView['fields'][number], 'under' | 'is'>;

function underField(
  say: Say,
  state: WizardState,
  { proposal, field }: { readonly proposal: Proposal; readonly field: NetworkField },
): Under {
  const { proposed, faults, advice } = proposal;
  const fault = faults[field];
  if (fault) return { under: sayReason(say, fault), is: 'error' };
  switch (field) {
    case 'addressSpace':
      return advice ? { under: sayReason(say, advice), is: 'warning' } : { under: '', is: 'fine' };
    case 'resourceGroup':
      return { under: say(groupKey(state, proposed.resourceGroup)), is: 'fine' };
    case 'subnetPrefix':
      return { under: say('newNetwork.usable', { n: usableIn(proposed.subnetPrefix) }), is: 'fine' };
    case 'name':
    case 'subnetName':
      return { under: '', is: 'fine' };
  }
}

function groupKey(state: WizardState, group: string): 'newNetwork.groupOwn' | 'newNetwork.groupElsewhere' {
  const own = chosenWorkspace(state)?.resourceGroup.toLowerCase();
  return group.toLowerCase() === own ? 'newNetwork.groupOwn' : 'newNetwork.groupElsewhere';
}

function usableIn(prefix: string): number {
  return valueOr(usableAddresses({ addressPrefixes: known([prefix]) }), 0);
}

type Table = NewNetworkView['tables'][number];

function tablesOf(say: Say, { proposed, furnished }: Proposal): Table[] {
  const steps = (furnished?.fixes ?? []).flatMap((fix) => fix.steps);
  const region = formatRegion(proposed.location);
  const made = steps.flatMap((step) =>
    step.do === 'create' ? [[nameOf(step.id), formatType(say, step.what), madeText(say, step, steps)]] : [],
  );
  const group = steps.find((step) => step.do === 'create' && step.what === 'securityGroup');
  const name = group?.do === 'create' ? nameOf(group.id) : '';
  return [
    {
      title: say('newNetwork.made'),
      columns: [say('preview.columnResource'), say('preview.columnType'), say('preview.columnSetting')],
      rows: [
        [proposed.name, say('page.network'), `${proposed.addressSpace}, ${region}`],
        [proposed.subnetName, say('preview.type.subnet'), subnetWords(say, proposed.subnetPrefix)],
        ...made,
      ],
    },
    ...(['Outbound', 'Inbound'] as const).flatMap((direction) => ruleTable(say, { name, direction, steps })),
  ];
}

/** “10.40.0.0/26, no address lent by Azure” */
function subnetWords(say: Say, prefix: string): string {
  return `${prefix}, ${say('newNetwork.privateSubnet')}`;
}

type Create = Extract<FixStep, { do: 'create' }>;

/** What a new resource is made with: the other new ones that it names, or how many rules. */
function madeText(say: Say, step: Create, steps: readonly FixStep[]): string {
  const wording: Readonly<Record<CreatedType, () => string>> = {
    securityGroup: () => say('review.picture.rules', { n: rulesOf(steps).length }),
    publicIpAddress: () => [step.sku ?? '', say('preview.static')].filter(Boolean).join(', '),
    natGateway: () => [step.sku ?? '', ...inside(step, steps)].filter(Boolean).join(', '),
    routeTable: () => '',
  };
  return wording[step.what]();
}

function inside({ id }: Create, steps: readonly FixStep[]): readonly string[] {
  return steps.flatMap((one) =>
    one.do === 'attach' && sameId(one.to, id) && isChangedBy(steps, one.id) ? [nameOf(one.id)] : [],
  );
}

function rulesOf(steps: readonly FixStep[]): readonly NewRule[] {
  return steps.flatMap((step) => (step.do === 'insert' && step.what === 'rule' ? [step.rule] : []));
}

function ruleTable(
  say: Say,
  of: { readonly name: string; readonly direction: Direction; readonly steps: readonly FixStep[] },
): Table[] {
  const rules = rulesOf(of.steps)
    .filter((one) => one.direction === of.direction)
    .sort((a, b) => a.priority - b.priority);
  if (rules.length === 0) return [];
  const direction = say(of.direction === 'Outbound' ? 'detail.outbound' : 'detail.inbound');
  return [
    {
      title: say('newNetwork.rulesOf', { name: of.name, direction, n: rules.length }),
      columns: ruleColumns(say).map((one) => one.label),
      rows: rules.map((one) => newRuleCells(say, one)),
    },
  ];
}
