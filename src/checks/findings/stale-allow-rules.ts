import { isSubset, setsOverlap } from '../../core/addresses/interval-algebra';
import { everyPort, isEmpty, type IntervalSet } from '../../core/addresses/interval-set';
import { parsePorts } from '../../core/addresses/ports';
import type { Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import { isPublicSide } from '../written-rules';
import { tagParts } from '../tag-texts';
import { reason } from '../../core/reason';
import { ofRule, ruleFinding, type FindingContext, type RuleCase } from './finding-context';

/** Classic Batch communication ended then (simplified compute node communication, undated). */
const batchRetired = '2026-03-31';

/** The first no-public-IP preview ended with general availability (secure training, 2025-06-12). */
const previewEnded = '2023-01-20';

const batchPorts = parsePorts(['29876-29877']);

/** Inbound openings that nobody asks for any more: those of classic Batch, and those of the 2022 preview alone. */
export function findStaleAllowRules({ profile }: FindingContext, one: RuleCase): readonly Finding[] {
  const opening = profile === 'current' ? inboundAllowRule(one) : undefined;
  if (!opening) return [];
  if (isForBatch(opening)) {
    const said = ruleFinding(one, 'info', reason('finding.retiredBatch', { date: batchRetired }));
    return [ofRule('retired-batch-opening', one, said)];
  }
  if (isForPreview(opening)) {
    const said = ruleFinding(one, 'info', reason('finding.preview2022', { date: previewEnded }));
    return [ofRule('inbound-npip-preview-internal', one, said)];
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

/** Names Batch, on whatever port, or opens the two ports of Batch to something public. */
function isForBatch({ sources, ports }: AllowRule): boolean {
  if (sources.some((one) => tagParts(one).base.toLowerCase() === 'batchnodemanagement')) return true;
  const namesPorts = ports !== everyPort && batchPorts !== undefined && setsOverlap(ports, batchPorts);
  return namesPorts && sources.some(isPublicSide);
}

/**
 * The two ports from inside the network. Port 44224 from the load balancer was asked by the preview as well, but
 * computes with a public IP need it still.
 */
function isForPreview({ sources, ports }: AllowRule): boolean {
  return (
    batchPorts !== undefined &&
    isSubset(ports, batchPorts) &&
    sources.length > 0 &&
    sources.every((one) => one.toLowerCase() === 'virtualnetwork')
  );
}
