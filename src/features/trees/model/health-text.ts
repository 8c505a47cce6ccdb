import type { Say } from '../../../messages/say';
import { formatReason } from '../../../wording/reason-text';
import type { Health } from './health';

/** Describes a network's state for a node: “1 error (8 flows)”, “ready, 51 free”, “delegated to Databricks”. */
export function healthText(say: Say, health: Health, free: number | null = null): string {
  if (health.unfit) return lowerFirst(formatReason(say, health.unfit));
  const open = openWords(say, health);
  if (open !== '') return open;
  const { causes, onlyByDefault } = health.summary;
  const warnings = causes.warnings.causes;
  const ready = onlyByDefault > 0 && warnings === 0 ? say('tree.readyByDefault') : say('tree.ready');
  return [
    ready,
    ...(warnings > 0 ? [say('count.warnings', { n: warnings })] : []),
    ...(free === null ? [] : [say('tree.free', { n: free })]),
  ].join(', ');
}

/** Describes open problems; empty if there are none. */
function openWords(say: Say, { summary }: Health): string {
  const { errors, toConfirm } = summary.causes;
  const { causes: n, flows: k } = errors;
  if (n === 0 && summary.toAppliance) return lowerFirst(say('count.appliance'));
  if (n > 0) return say(k > 0 ? 'count.errorFlows' : 'count.errors', { n, k });
  if (toConfirm.causes === 0) return '';
  return say(toConfirm.flows > 0 ? 'count.toConfirmFlows' : 'count.toConfirm', {
    n: toConfirm.causes,
    k: toConfirm.flows,
  });
}

/** Describes problems after a compute resource's kind and state, such as “2 warnings”; can be empty. */
export function computeHealthText(say: Say, health: Health): string {
  const open = openWords(say, health);
  if (open !== '') return open;
  const warnings = health.summary.causes.warnings.causes;
  return warnings > 0 ? say('count.warnings', { n: warnings }) : '';
}

/** Converts the first letter to lower case, for use within a line. Abbreviations stay unchanged. */
function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  return second !== second.toLowerCase() ? text : first.toLowerCase() + text.slice(first.length);
}
