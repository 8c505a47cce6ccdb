import { isSubset, setsOverlap } from '../../core/addresses/interval-algebra';
import { everyPort, isEmpty, type IntervalSet } from '../../core/addresses/interval-set';
import { parsePorts } from '../../core/addresses/ports';
import type { Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import { isPublicSide } from '../written-rules';
import { tagParts } from '../tag-texts';
import { reason } from '../../core/reason';
import { ofRule, ruleFinding, type FindingContext, type RuleCase } from './finding-context';

/** Date on which classic Batch communication was retired (simplified compute node communication, undated). */
const batchRetired = '2026-03-31';

/** Date on which the first no-public-IP preview ended with general availability (secure training, 2025-06-12). */
const previewEnded = '2023-01-20';

const batchPorts = parsePorts(['29876-29877']);

/**
 * Finds inbound allow rules that aren't required anymore: those of classic Batch, and those that only the 2022 preview
 * needed.
 */
export function findStaleAllowRules({ profile }: FindingContext, one: RuleCase): readonly Finding[] {
  const opening = profile === 'current' ? inboundAllowRule(one) : undefined;
  if (!opening) return [];
  if (isForBatch(opening)) {
    const finding = ruleFinding(one, 'info', reason('finding.retiredBatch', { date: batchRetired }));
    return [ofRule('retired-batch-opening', one, finding)];
  }
  if (isForPreview(opening)) {
    const finding = ruleFinding(one, 'info', reason('finding.preview2022', { date: previewEnded }));
    return [ofRule('inbound-npip-preview-internal', one, finding)];
  }
  return [];
}

interface AllowRule {
  readonly sources: readonly string[];
  readonly ports: IntervalSet;
}

function inboundAllowRule({ rule }: RuleCase): AllowRule | undefined {
  const { access, direction, sources, destinationPorts } = rule;
  if (!access.known || access.value !== 'Allow') return undefined;
  if (!direction.known || direction.value !== 'Inbound' || !sources.known) return undefined;
  const ports = parsePorts(valueOr(destinationPorts, []));
  return ports && !isEmpty(ports) ? { sources: sources.value, ports } : undefined;
}

/** True if the rule names the Batch tag on any port, or opens the two ports of Batch to a public address. */
function isForBatch({ sources, ports }: AllowRule): boolean {
  if (sources.some((one) => tagParts(one).base.toLowerCase() === 'batchnodemanagement')) return true;
  const namesPorts = ports !== everyPort && batchPorts !== undefined && setsOverlap(ports, batchPorts);
  return namesPorts && sources.some(isPublicSide);
}

/**
 * True if the rule opens the two ports from inside the network. The preview also required port 44224 from the load
 * balancer, but compute resources with a public IP still need it.
 */
function isForPreview({ sources, ports }: AllowRule): boolean {
  return (
    batchPorts !== undefined &&
    isSubset(ports, batchPorts) &&
    sources.length > 0 &&
    sources.every((one) => one.toLowerCase() === 'virtualnetwork')
  );
}
