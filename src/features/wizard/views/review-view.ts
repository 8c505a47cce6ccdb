import { codeFormIds, type GeneratedId } from '../../../contract/wizard/code-form';
import type { CodeFormId } from '../../../core/code-forms';
import { codeFormFault } from '../../../plans/code/code-forms';
import { causesOf } from '../../../checks/causes';
import { isRequestable } from '../../../checks/request/build-request';
import { summarize } from '../../../checks/summary';
import { traitsOf } from '../../../core/compute-kinds';
import { fixedTogether, offeredFixes } from '../fixed-together';
import type { FlowRow, Review } from '../../../contract/wizard/review';
import { displayPriority, type CheckResult, type TraceStep, statusOf } from '../../../core/check-result';
import { nameOf, sameId } from '../../../core/network/find';
import { peeredNetworkId } from '../../../core/network/proposed-network';
import { isBilled, isBilledByData, isEntryChange } from '../../../core/resource-change';
import { sayReason, type Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { planSummaryRows } from '../../../plans/plan-summary';
import { matchPlan } from '../../../plans/compute-plan';
import { instanceRecordAdvice } from '../../../wording/instance-record';
import { requirementConsequence, requirementName } from '../../../wording/requirement-text';
import { formatReason } from '../../../wording/reason-text';
import { subjectUnder } from '../../../wording/subject-text';
import { formatOutcome } from '../../../wording/outcome-text';
import { formatType } from '../../../wording/change-text';
import { isUnderWay } from '../creation-state';
import { chosenWorkspace, isProposing } from '../selection';
import { chosenTarget } from '../attach/chosen-target';
import { missingRoles } from '../change-permission';
import { priceOf, completePlan, plannedName } from '../derived-plan';
import { displayText } from '../../../core/text/display-text';
import type { Evaluation, WizardState } from '../state';
import { routeOf, flowExit, outboundAccessText } from './flow-outbound-access';
import { costText } from '../../../wording/compute-cost';
import { managedFlows } from './managed-view';
import { pictureView } from './picture-view';
import { countAll, countsOf } from '../readiness-counts';
import { hasUsableSubnet } from '../network-request';

/** Returns the review: the plan as text, its flows as a table, and the available actions. */
export function reviewView(say: Say, state: WizardState, isTrusted: boolean): Review {
  const results = state.evaluation?.results ?? [];
  const flows = results.filter(isFlow);
  const inCode = new Set(state.choices.fixesInCode.flat());
  return {
    flowsSummary: flowsSummary(say, flows),
    flows: flows.map((one) => flowRow(say, state, one)),
    picture: pictureView(say, state, flows),
    ...managedFlows(say, state),
    words: words(say, state),
    ...byToday(say, state, buttons(say, state, isTrusted)),
    action: traitsOf(state.choices.kind).action,
    forms: formsOf(say, state),
    primaryForm: primaryForm(state),
    fixesInCode: [...inCode].map((id) => ({ id, text: requirementName(say, id) })),
    hasRequest: flows.some(({ outcome }) => ['open', 'unknown'].includes(statusOf(outcome))),
    written: writtenView(say, state),
    cannotWrite: isTrusted ? null : say('review.untrusted'),
  };
}

/**
 * Returns the formats that *Generate* can write.
 * Scripts don't contain fixes or a network to create, nor does a plan file. Not every tool can attach every kind.
 */
function formsOf(say: Say, state: WizardState): Review['forms'] {
  const { codeForm } = state.choices;
  const forms: readonly GeneratedId[] = isProposing(state)
    ? possibleForms(state)
    : [...possibleForms(state), 'plan'];
  return forms.map((id) => ({ id, label: say(`review.form.${id}`), isLast: id === codeForm }));
}

function possibleForms(state: WizardState): readonly CodeFormId[] {
  const { fixesInCode, kind } = state.choices;
  const hasNetwork = isProposing(state) || fixesInCode.length > 0;
  const peering = isProposing(state) ? state.proposal?.completed?.peering : undefined;
  const plan = completePlan(state, state.codeFixes.fixes) ?? { kind };
  const ids = hasNetwork ? networkForms : codeFormIds;
  return ids.filter((id) => codeFormFault(id, { ...plan, ...(peering ? { peering } : {}) }) === null);
}

/** Formats that can also contain the network. */
const networkForms: readonly CodeFormId[] = ['bicep', 'arm', 'terraform'];

/** Returns the format that was written last if it's possible; otherwise Bicep. */
function primaryForm(state: WizardState): CodeFormId {
  const { codeForm } = state.choices;
  return possibleForms(state).includes(codeForm) ? codeForm : 'bicep';
}

/** Returns the button that writes the plan in the format that was written last. */
export function writeButton(say: Say, state: WizardState): { form: CodeFormId; label: string } {
  const form = primaryForm(state);
  return { form, label: say('review.write', { form: say(`review.form.${form}`) }) };
}

function words(say: Say, state: WizardState): Review['words'] {
  const plan = completePlan(state, []);
  const workspace = chosenWorkspace(state);
  if (!plan || !workspace) return [];
  const rows = planSummaryRows(plan);
  const record = instanceRecordAdvice(say, state.evaluation?.results ?? []);
  return [
    ...rows.map((row) => ({
      label: sayReason(say, row.label),
      text: sayReason(say, row.text),
    })),
    ...matchPlan(plan, {
      create: (one) => [{ label: say('review.cost'), text: costText(say, priceOf(state, one), one) }],
      attach: () => [],
    }),
    ...alsoBilled(say, state),
    ...peeringWords(say, state),
    ...(record === null ? [] : [{ label: say('review.instanceRecord'), text: record }]),
  ];
}

/** Returns other billed resources that the files create: in a new network, and by fixes in the code. */
function alsoBilled(say: Say, state: WizardState): Review['words'] {
  const changes = state.codeFixes.fixes.flatMap((fix) => fix.changes);
  const found = changes.flatMap((one) => (isBilled(one) && !isEntryChange(one) ? [one] : []));
  // Fixes of two results can share a resource.
  const billed = found.filter((one, at) => found.findIndex(({ id }) => sameId(id, one.id)) === at);
  const namesOf = (some: typeof billed): readonly string[] =>
    some.map((one) => say('review.billedOne', { type: formatType(say, one.type), name: nameOf(one.id) }));
  const names = namesOf(billed);
  const byData = namesOf(billed.filter(isBilledByData));
  const texts = [
    ...(names.length > 0 ? [say('review.alsoBilled.text', { names: formatList(say, names) })] : []),
    ...(byData.length > 0 ? [say('review.alsoBilled.data', { names: formatList(say, byData) })] : []),
    ...billedPeering(say, state),
  ];
  return texts.length === 0 ? [] : [{ label: say('review.alsoBilled'), text: texts.join(' ') }];
}

/**
 * States that traffic through a peering is billed at both ends (virtual network pricing, as quoted by pages read on
 * 2026-12-01). Its amount isn't known.
 */
function billedPeering(say: Say, state: WizardState): readonly string[] {
  const peering = state.proposal?.completed?.peering;
  if (!peering || !isProposing(state)) return [];
  return [say('review.billedPeering', { network: nameOf(peeredNetworkId(peering)) })];
}

/** Names the network that a new network is peered with, and what that opens. */
function peeringWords(say: Say, state: WizardState): Review['words'] {
  const { proposal } = state;
  const peering = proposal?.completed?.peering;
  if (!peering || !isProposing(state)) return [];
  const values = { network: proposal.proposed.name, peer: nameOf(peeredNetworkId(peering)) };
  return [{ label: say('preview.type.peering'), text: say('review.peering', values) }];
}

function writtenView(say: Say, state: WizardState): Review['written'] {
  const { written } = state;
  if (written === null) return null;
  const network = state.proposal?.proposed.name ?? '';
  const values = { name: plannedName(state), network, n: state.choices.fixesInCode.length };
  const template = isProposing(state) ? 'network' : values.n > 0 ? 'fixes' : 'plan';
  return {
    heading: say('review.written', { n: written.files.length, folder: displayText(written.folder) }),
    files: written.files.map(({ name, content }) => ({
      name,
      holds:
        content === 'template' ? say(`review.written.${template}`, values) : say(`review.written.${content}`),
    })),
  };
}

function isFlow({ subject, outcome }: CheckResult): boolean {
  return subject !== null && !['note', 'hidden'].includes(statusOf(outcome));
}

function flowRow(say: Say, state: WizardState, result: CheckResult): FlowRow {
  const { subject } = result;
  const outcome = formatOutcome(say, result);
  const flow = requirementName(say, result.requirement);
  return {
    id: result.requirement,
    flow,
    subject: (subject && subjectUnder(say, flow, subject)) || null,
    direction: say(subject?.direction === 'Inbound' ? 'review.inbound' : 'review.outbound'),
    securityGroup: gateText(say, result.trace),
    route: routeText(say, result),
    outboundAccess: outboundAccessText(say, flowExit(say, state, result)),
    icon: outcome.shape,
    outcome: outcome.label,
  };
}

/** Returns the rule that decides: “4096 Deny-All”. */
function gateText(say: Say, trace: readonly TraceStep[]): string {
  const rules = trace.flatMap((step) => (step.by?.kind === 'rule' ? [step.by] : []));
  const rule = rules.at(-1);
  return rule ? say('detail.rule', { priority: displayPriority(rule), name: rule.name }) : say('list.none');
}

function routeText(say: Say, result: CheckResult): string {
  const route = routeOf(result);
  if (!route) return say('list.none');
  const text = route.tableId === null ? say('review.routeDirect') : route.destination;
  return result.subject?.direction === 'Inbound' ? say('review.routeReply', { route: text }) : text;
}

/** Summarizes the flows. Every row counts once, by its outcome, whatever its severity. */
function flowsSummary(say: Say, flows: readonly CheckResult[]): string {
  const { passed, default: byDefault } = countAll(flows);
  const of = (is: CheckResult['outcome']['is']): number =>
    flows.filter(({ outcome }) => outcome.is === is).length;
  const status = (is: 'open' | 'unknown'): number =>
    flows.filter(({ outcome }) => statusOf(outcome) === is).length;
  const [forwarded, partly] = [of('forwarded'), of('partly-blocked')];
  const parts = [
    [passed, 'review.allowed'],
    [byDefault, 'review.default'],
    [status('open') - partly, 'review.blocked'],
    [partly, 'review.partly'],
    [forwarded, 'review.appliance'],
    [status('unknown') - forwarded, 'review.unknown'],
  ] as const;
  const phrases = parts.flatMap(([n, key]) => (n > 0 ? [say(key, { n })] : []));
  return say('review.flowsSummary', { n: flows.length, parts: phrases.join(', ') });
}

type Buttons = Pick<Review, 'primary' | 'primaryLabel' | 'fixIds' | 'createAnyway' | 'note'>;

/**
 * Returns the buttons:
 * - Ready: create.
 * - Something to fix: fix first, or create anyway; write if the fixes are in the code.
 * - Only unknown results: create, and state what isn't known.
 * Based on today's requirements, because it's created today. Without a check, nothing is offered.
 */
function buttons(say: Say, state: WizardState, isTrusted: boolean): Buttons {
  const { evaluation, creation } = state;
  if (creation && isUnderWay(creation)) {
    const { kind, name } = creation.plan;
    const primaryLabel = say(`review.show.${traitsOf(kind).action}`, { name });
    return { ...noButton, primary: 'create', primaryLabel };
  }
  if (!evaluation || !completePlan(state, [])) return noButton;
  const open = evaluation.today.filter((one) => countsOf(one) === 'error');
  const [first] = open;
  if (isProposing(state)) return writeFirst(say, state, { open: first, isTrusted });
  if (!first) return nothingToFix(say, state, evaluation);
  return fixFirst(say, state, { evaluation, open: [first, ...open.slice(1)], isTrusted });
}

interface OpenResults {
  readonly evaluation: Evaluation;
  readonly open: readonly [CheckResult, ...CheckResult[]];
  readonly isTrusted: boolean;
}

/** Returns the fix of every cause of an error, or the request if someone else has to act; write if the fixes are in the code. */
function fixFirst(say: Say, state: WizardState, { evaluation, open, isTrusted }: OpenResults): Buttons {
  const [first] = open;
  const inCode = new Set(state.choices.fixesInCode.flat());
  const fixable = causesOf(evaluation.today)
    .filter(({ results }) => results.some((one) => open.includes(one)))
    .flatMap(({ results }) => results.map((one) => one.requirement))
    .filter((id) => evaluation.fixable.has(id) && !inCode.has(id));
  const denied = missingRoles(state, evaluation);
  const offered = offeredFixes(state);
  const allowed = fixable.filter((id) => offered.has(id));
  const fixIds = [...fixedTogether(evaluation, allowed).ids];
  const anyway = {
    ...noButton,
    createAnyway: true,
    note: requirementConsequence(say, first.requirement, first.kind),
  };
  const missing = fixable.flatMap((id) => denied.get(id) ?? [])[0];
  if (fixIds.length === 0 && missing) {
    const note = `${formatReason(say, missing)} ${anyway.note}`;
    return { ...anyway, primary: 'request', primaryLabel: say('request.open'), note };
  }
  if (fixIds.length === 0) {
    const writes = isTrusted && open.some((one) => inCode.has(one.requirement));
    if (writes) return { ...anyway, primary: 'write', primaryLabel: writeButton(say, state).label };
    const isOthers = open.some((one) => isRequestable(one) && !inCode.has(one.requirement));
    return isOthers && hasUsableSubnet(state)
      ? { ...anyway, primary: 'request', primaryLabel: say('request.open') }
      : anyway;
  }
  const flows = new Set(evaluation.today.flatMap((one) => (one.subject === null ? [] : one.requirement)));
  const key = fixIds.every((id) => flows.has(id)) ? 'review.fixFlowsFirst' : 'review.fixFirst';
  return { ...anyway, primary: 'fix', primaryLabel: say(key, { n: fixIds.length }), fixIds };
}

/** Adds a note if Readiness shows requirements of December 2020, because the buttons can differ from it. */
function byToday(say: Say, state: WizardState, buttons: Buttons): Buttons {
  const isOffered = buttons.primary !== 'none' || buttons.createAnyway;
  if (state.choices.profile === 'current' || !state.evaluation || !isOffered) return buttons;
  const notes = [say('review.byToday'), ...(buttons.note === null ? [] : [buttons.note])];
  return { ...buttons, note: notes.join(' ') };
}

/** Returns the write button: a network to create must be deployed before compute can be created in it. */
function writeFirst(
  say: Say,
  state: WizardState,
  { open, isTrusted }: { readonly open: CheckResult | undefined; readonly isTrusted: boolean },
): Buttons {
  const note = open ? requirementConsequence(say, open.requirement, open.kind) : null;
  return isTrusted
    ? { ...noButton, primary: 'write', primaryLabel: writeButton(say, state).label, note }
    : { ...noButton, note };
}

/** Returns the create button, unless another subnet of the attached resource has an error. */
function nothingToFix(say: Say, state: WizardState, { today }: Evaluation): Buttons {
  const note = otherSubnetsNote(say, state);
  if (note !== null) return { ...noButton, createAnyway: true, note };
  const primaryLabel = say(`review.${traitsOf(state.choices.kind).action}`);
  return { ...noButton, primary: 'create', primaryLabel, note: notChecked(say, today) };
}

/** Describes the errors in a target's other subnet, if any. */
function otherSubnetsNote(say: Say, state: WizardState): string | null {
  for (const [id, results] of state.evaluation?.ofOtherSubnets ?? []) {
    const n = summarize(results).causes.errors.causes;
    const target = chosenTarget(state)?.name ?? '';
    if (n > 0) return say('review.otherSubnet', { subnet: nameOf(id), target, n });
  }
  return null;
}

const noButton: Buttons = { primary: 'none', primaryLabel: '', fixIds: [], createAnyway: false, note: null };

/** Maximum number of names; Readiness lists all. */
const mostNames = 2;

function notChecked(say: Say, results: readonly CheckResult[]): string | null {
  const unknown = results.filter((one) => countsOf(one) === 'unknown');
  if (unknown.length === 0) return null;
  const first = unknown.slice(0, mostNames).map((one) => requirementName(say, one.requirement));
  const more = unknown.length - first.length;
  const names = formatList(say, more === 0 ? first : [...first, say('review.moreNames', { n: more })]);
  return say('review.notChecked', { n: unknown.length, names });
}
