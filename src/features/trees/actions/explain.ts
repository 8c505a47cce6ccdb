import { buildRequest } from '../../../checks/request/build-request';
import { nameOf, segmentOf } from '../../../core/network/find';
import { narrowRequest } from '../../../core/network-request';
import { findVirtualNetwork } from '../../../core/network/find';
import { readinessReport, reportFile, type ReadinessOf } from '../../../wording/readiness-report';
import { requestMarkdown } from '../../../wording/request-markdown';
import { formatReason } from '../../../wording/reason-text';
import { readinessSummary } from '../../../wording/readiness-summary';
import { causesOfHealth } from '../model/health';
import { checkedForText } from '../model/network-lines';
import { ruleFindings } from '../model/rule-lines';
import type { NodeTarget } from '../model/node';
import { readValue } from '../../../azure-store/queries';
import type { TreesSession } from '../session';
import { findCheckResults, checkedTarget, requirementsOfNode, type NodeCheckResult } from './find-health';

/** Shows the page of a check, or the full report of a compute resource or subnet (*Explain*). */
export async function explainNode(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is === 'cause') return session.ports.openCheck(`causes/${target.kind}`);
  if (target.is === 'finding') return session.ports.openCheck(target.requirement);
  if (target.is === 'rule-finding') return session.ports.openCheck(target.check);
  const of = checkedTarget(target);
  const checked = of && (await findCheckResults(session, of));
  if (!checked) return;
  const { say, showText } = session.ports;
  await showText(reportFile(say, checked.name), readinessReport(say, [sectionOf(session, checked)]));
}

/** Saves the report of a compute resource, a subnet, or every subnet of a network (*Save report*). */
export async function saveReport(session: TreesSession, target: NodeTarget): Promise<void> {
  const { say, saveText, isTrusted, showFailure } = session.ports;
  if (!isTrusted()) return showFailure(say('report.untrusted'));
  const all = await checkedBelow(session, target);
  const sections = all.map((one) => sectionOf(session, one));
  const name = target.is === 'network' ? nameOf(target.networkId) : (all[0]?.name ?? '');
  if (sections.length > 0) await saveText(reportFile(say, name), readinessReport(say, sections));
}

async function checkedBelow(session: TreesSession, target: NodeTarget): Promise<readonly NodeCheckResult[]> {
  if (target.is !== 'network') {
    const of = checkedTarget(target);
    const checked = of && (await findCheckResults(session, of));
    return checked ? [checked] : [];
  }
  const { subscriptionId, networkId } = target;
  const model = readValue(await session.reads().networks(subscriptionId).get());
  const subnets = model ? (findVirtualNetwork(model, networkId)?.subnets ?? []) : [];
  const all = await Promise.all(
    subnets.map((one) => findCheckResults(session, { is: 'subnet', subscriptionId, subnetId: one.id })),
  );
  return all.filter((one) => one !== undefined);
}

function sectionOf(session: TreesSession, { name, health, model }: NodeCheckResult): ReadinessOf {
  const { say, now } = session.ports;
  const { plan, results, tags, unfit } = health;
  const causes = causesOfHealth(health, model);
  return {
    name,
    lines: [checkedForText(say, health), plan.subnetId ?? ''].filter(Boolean),
    summary: unfit
      ? say('readiness.summary.unfit', { why: formatReason(say, unfit) })
      : readinessSummary(say, results, causes),
    readAt: readAtOf(session, plan.subnetId) ?? now().toISOString(),
    tagsDate: tags.date,
    results,
    causes,
    found: ruleFindings({ health, model }),
  };
}

/** Copies the request to the network team for a cause or one of its flows. */
export async function copyFindingRequest(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'finding' && target.is !== 'cause') return;
  const checked = await findCheckResults(session, target.of);
  if (!checked) return;
  const { say, copy, notify } = session.ports;
  const { plan, tags, results } = checked.health;
  const readAt = readAtOf(session, plan.subnetId);
  const request = buildRequest({ model: checked.model, plan, facts: { tags }, readAt, results });
  if (!request) return;
  await copy(requestMarkdown(say, narrowRequest(request, { ids: requirementsOfNode(target) })));
  notify(say('tree.copied'));
}

function readAtOf(session: TreesSession, subnetId: string | null): string | null {
  const subscriptionId = segmentOf(subnetId ?? '', 'subscriptions') ?? '';
  return session.reads().networks(subscriptionId).peek()?.readAt ?? null;
}
