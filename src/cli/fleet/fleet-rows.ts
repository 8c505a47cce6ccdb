import { causesOf } from '../../checks/causes';
import type { BaselineEntry } from '../../contract/baseline';
import type { FleetCause, FleetRow } from '../../contract/fleet-report';
import type { Cause } from '../../core/cause';
import { statusOf } from '../../core/check-result';
import type { Finding } from '../../core/finding';
import { findingKey } from '../../core/finding';
import { idSet, segmentOf } from '../../core/network/find';
import type { SecurityGroup, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { allSubjects, type Subject } from '../../documents/subjects/subjects';
import { namedSubnets } from '../../file-checks/analyze-file';
import { inRegion } from '../../file-checks/check-files';
import type { Say } from '../../messages/say';
import { problemRulesOf } from '../../team-settings/team-file';
import { causeTitle } from '../../wording/cause-text';
import { findingAdvice } from '../../wording/finding-text';
import { formatReason } from '../../wording/reason-text';
import type { ReportInput } from '../source-reports/report-input';
import { entriesOfCauses, stableText } from '../baseline';
import {
  checkPlainly,
  isFailingFinding,
  isFinding,
  isReported,
  hasMissingSettings,
  nowhere,
  planUnknown,
  type PlainCheck,
  type SubnetCheck,
} from '../check';
import { chooseIn, requireNamed } from '../choose-subnets';
import { withRules } from '../ignored';
import type { CheckOptions } from '../options';
import { toInputs } from '../resources/to-inputs';
import type { CheckSource } from '../source';
import type { CheckedRow, NetworkRows, Share } from './fleet-job';
import type { GraphResource } from './graph-pages';
import { partOfModels } from './network-parts';

type FleetInput = Pick<ReportInput, 'say' | 'tags' | 'options' | 'today'>;

/**
 * Checks each subnet like `check` does.
 * @returns rows in the order of the resources
 * @throws {UsageError} if no subnet has a name in the options
 */
export function rowsByNetwork(
  resources: readonly GraphResource[],
  fleetInput: FleetInput,
  share: Share = { first: 0, of: 1 },
): NetworkRows {
  const source = sourceOf(resources, fleetInput.options);
  const { inputs } = source;
  const { model } = inputs;
  const selection = chooseIn(source, fleetInput.options);
  requireNamed([selection], fleetInput.options.subnets);
  const isSelected = idSet(selection.subjects.map(({ subnet }) => subnet.id));
  const isNamed = fleetInput.options.subnets.length > 0;
  const all = new Map<VirtualNetwork, Subject[]>(model.virtualNetworks.map((one) => [one, []]));
  for (const one of allSubjects(inputs)) {
    if (!isNamed || isSelected(one.subnet.id)) all.get(one.network)?.push(one);
  }
  // Services of workspaces are looked up in every network.
  const partOf = (inputs.services ?? []).length > 0 ? () => model : partOfModels(model);
  const isBare = new Set(inputs.bare);
  const groups = new Map(model.securityGroups.map((one) => [one.id.toLowerCase(), one]));
  return [...all].map(([network, subjects], at) => {
    if (at % share.of !== share.first) return undefined;
    if (subjects.length === 0) {
      return isNamed || !isUnread(network, isBare) ? [] : [unreadRow(fleetInput.say, network)];
    }
    const networkSource: CheckSource = { ...source, inputs: { ...inputs, model: partOf(network) } };
    return subjects.map((one) =>
      rowOf(networkSource, one, {
        ...fleetInput,
        isForAzureMl: isSelected(one.subnet.id) || (hasUnreadGroup(one, groups) ? null : false),
      }),
    );
  });
}

/**
 * Returns whether a subnet has an NSG with unknown rules, which may contain a service tag of Azure Machine Learning.
 */
function hasUnreadGroup({ subnet }: Subject, groups: ReadonlyMap<string, SecurityGroup>): boolean {
  const { securityGroup } = subnet;
  if (!securityGroup.known) return true;
  const { value: id } = securityGroup;
  return id !== null && groups.get(id.toLowerCase())?.rules.known !== true;
}

function sourceOf(resources: readonly GraphResource[], options: CheckOptions): CheckSource {
  const read = toInputs(options.cloud, resources);
  const inputs = { ...read, model: inRegion(read.model, options.region) };
  const directed = namedSubnets(inputs, options.team?.settings.subnets);
  return { inputs, directed, places: nowhere, isTemplate: false };
}

/** Returns whether a network wasn't read. Resources whose properties the query leaves out don't have any. */
function isUnread({ name, hasGateway }: VirtualNetwork, isBare: ReadonlySet<string>): boolean {
  return isBare.has(name) || !hasGateway.known;
}

function headOf(network: VirtualNetwork): Pick<FleetRow, 'subscription' | 'resourceGroup' | 'network'> {
  return {
    subscription: segmentOf(network.id, 'subscriptions') ?? '',
    resourceGroup: segmentOf(network.id, 'resourceGroups') ?? '',
    network: network.name,
  };
}

/** Returns the row of a network with unknown subnets. */
function unreadRow(say: Say, network: VirtualNetwork): CheckedRow {
  const why = say('fleet.noProperties');
  return {
    row: {
      id: network.id,
      ...headOf(network),
      subnet: '',
      computes: [],
      isForAzureMl: null,
      state: 'unknown',
      onlyIf: [],
      counts: { errors: 0, unknown: 1, warnings: 0 },
      causes: [],
      unknown: [why],
      nextStep: say('fleet.addProperties', { option: '--fleet-query' }),
      isFailing: false,
    },
    entries: [],
    failing: [],
    unknown: [],
  };
}

interface RowInput extends FleetInput {
  readonly isForAzureMl: boolean | null;
}

function rowOf(source: CheckSource, subject: Subject, fleetInput: RowInput): CheckedRow {
  const { say, options, isForAzureMl } = fleetInput;
  const checks = checkPlainly(source, subject, fleetInput).map((one) => withProblemRules(one, fleetInput));
  const parts = checks.map((one) => partOfRow(say, one, options));
  const [first] = [...parts].sort((a, b) => stateRank[a.state] - stateRank[b.state]);
  const causes = eachOnce(
    parts.flatMap((one) => one.causes),
    ({ key, title }) => `${key} ${title}`,
  );
  const failing = [...new Set(parts.flatMap((one) => one.failing))];
  const shown = causes.filter(({ severity }) => severity !== 'info');
  return {
    row: {
      id: subject.subnet.id,
      ...headOf(subject.network),
      subnet: subject.subnet.name,
      computes: checks.flatMap(({ check: { compute } }) => compute ?? []),
      isForAzureMl,
      state: first?.state ?? 'unknown',
      onlyIf: first?.onlyIf ?? [],
      counts: {
        errors: shown.filter((one) => one.status === 'fails' && one.severity === 'error').length,
        unknown: shown.filter((one) => one.status === 'to-confirm').length,
        warnings: shown.filter((one) => one.status === 'fails' && one.severity === 'warning').length,
      },
      causes,
      unknown: [...new Set(parts.flatMap((one) => one.unknown))],
      nextStep: shown[0]?.nextStep ?? '',
      isFailing: isForAzureMl !== false && failing.length > 0,
    },
    entries: parts.flatMap((one) => one.entries),
    failing: isForAzureMl === false ? [] : failing,
    unknown: parts.flatMap((one) => one.unknownIds),
  };
}

const stateRank = { 'not-ready': 0, unknown: 1, conditional: 2 } as const;

function eachOnce<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one] as const)).values()];
}

/** Applies the team's settings to a check and its findings. */
function withProblemRules({ check, findings }: PlainCheck, { options, today }: FleetInput): PlainCheck {
  const found = findings.map((finding) => ({ finding, fix: null, isTested: false, places: nowhere }));
  const { checked } = withRules({ checks: [check], found, leftOut: [] }, problemRulesOf(options.team, today));
  return { check: checked.checks[0] ?? check, findings: checked.found.map((one) => one.finding) };
}

interface PartOfRow extends Pick<FleetRow, 'state' | 'onlyIf' | 'causes' | 'unknown'> {
  readonly entries: readonly BaselineEntry[];
  readonly failing: readonly string[];
  readonly unknownIds: readonly string[];
}

/** Returns the part of a row for one plan of a subnet. */
function partOfRow(say: Say, { check, findings }: PlainCheck, options: CheckOptions): PartOfRow {
  const causes = causesOf(check.results.filter((one) => isReported(check, one)));
  const open = causes.filter(({ status, severity }) => status === 'to-confirm' && severity !== 'info');
  const never = check.onlyIf === null && check.summary.errors === 0;
  const state = stateOf(check);
  return {
    state,
    onlyIf:
      state === 'conditional'
        ? [...(check.onlyIf ?? []).map((one) => formatReason(say, one)), say('fleet.restWorks')]
        : [],
    causes: [
      ...findings.map((one) => findingCause(say, one)).filter(({ severity }) => severity !== 'info'),
      ...causes.map((one) => causeEntry(say, one)),
    ].sort(byImportance),
    unknown: [
      ...open.map((one) => causeTitle(say, one)),
      ...(never
        ? [
            formatReason(
              say,
              reason('terminal.readyNever', { options: '--public-ip, --compute, --workspace' }),
            ),
          ]
        : []),
    ],
    entries: entriesOf(check, { causes, findings }),
    failing: failingIn(check, { findings, options }),
    unknownIds: check.results
      .filter(({ outcome }) => ['unknown', 'note'].includes(statusOf(outcome)))
      .map(({ requirement }) => requirement),
  };
}

/**
 * Returns the state as in the report of `check`. A subnet that is ready there is conditional in each row, because
 * Resource Graph doesn't have all the data that decides.
 */
function stateOf({ summary, onlyIf }: SubnetCheck): FleetRow['state'] {
  if (summary.errors > 0) return 'not-ready';
  return onlyIf === null || !summary.ready ? 'unknown' : 'conditional';
}

function causeEntry(say: Say, cause: Cause): FleetCause {
  const { kind, key, status, severity, results } = cause;
  return {
    kind,
    key,
    title: causeTitle(say, cause),
    status,
    severity,
    flows: results.map(({ requirement }) => requirement),
    nextStep: nextStepOf(say, results),
  };
}

/** Returns the advice for the most severe flow, and the number of others. */
function nextStepOf(say: Say, [worst, ...others]: Cause['results']): string {
  const advice = formatReason(say, worst.advice);
  return others.length === 0 ? advice : say('fleet.nextStepOfMore', { advice, n: others.length });
}

function findingCause(say: Say, finding: Finding): FleetCause {
  return {
    kind: finding.check,
    key: findingKey(finding),
    title: formatReason(say, finding.text),
    status: 'fails',
    severity: finding.severity,
    flows: [],
    nextStep: findingAdvice(say, finding.check),
  };
}

function byImportance(a: FleetCause, b: FleetCause): number {
  return importance(a) - importance(b);
}

function importance({ status, severity }: FleetCause): number {
  if (severity === 'info') return 3;
  if (status === 'to-confirm') return 1;
  return severity === 'error' ? 0 : 2;
}

interface Found {
  readonly causes: readonly Cause[];
  readonly findings: readonly Finding[];
}

function entriesOf(check: SubnetCheck, { causes, findings }: Found): readonly BaselineEntry[] {
  const subnet = stableText(check.subnet.id.toLowerCase());
  return [
    ...entriesOfCauses(null, check, causes),
    ...findings.map((one) => ({
      file: null,
      id: one.check,
      component: stableText(findingKey(one)),
      subnet,
      flows: [one.check],
    })),
  ];
}

interface FailingIn extends Pick<Found, 'findings'> {
  readonly options: CheckOptions;
}

function failingIn(check: SubnetCheck, { findings, options }: FailingIn): readonly string[] {
  return [
    ...check.results
      .filter((one) => !check.ignored.has(one.requirement) && isFinding(one, options))
      .map(({ requirement }) => requirement),
    ...findings
      .filter((finding) =>
        isFailingFinding({ finding, fix: null, isTested: false, places: nowhere }, options),
      )
      .map((one) => one.check),
    ...(hasMissingSettings(check, options) ? [planUnknown] : []),
  ];
}

/** Returns a row for a result with possibly missing resources, which could change what passes. */
export function withoutPass(say: Say, one: CheckedRow): CheckedRow {
  const { row } = one;
  if (row.state === 'not-ready') return one;
  const unknown = [...row.unknown, say('fleet.rowIncomplete')];
  return { ...one, row: { ...row, state: 'unknown', onlyIf: [], unknown } };
}
