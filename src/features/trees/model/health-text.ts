import type { Say } from '../../../messages/say';
import { formatReason } from '../../../wording/reason-text';
import type { Health } from './health';

/** “3 to fix, 1 unknown”, “ready, 51 free”, “given to Databricks”: what a line says of its health. */
export function healthText(say: Say, health: Health, free: number | null = null): string {
  if (health.unfit) return lowerFirst(formatReason(say, health.unfit));
  const open = openWords(say, health);
  if (open !== '') return open;
  const { advised, onlyByDefault } = health.summary;
  const ready = onlyByDefault > 0 && advised === 0 ? say('tree.readyByDefault') : say('tree.ready');
  return [
    ready,
    ...(advised > 0 ? [say('count.advised', { n: advised })] : []),
    ...(free === null ? [] : [say('tree.free', { n: free })]),
  ].join(', ');
}

/** What stands in the way; empty where nothing does. */
function openWords(say: Say, { summary, toAppliance }: Health): string {
  const { toFix, unknown } = summary;
  if (toFix === 0 && toAppliance) return lowerFirst(say('count.appliance'));
  return [
    ...(toFix > 0 ? [say('count.toFix', { n: toFix })] : []),
    ...(unknown > 0 ? [say('count.unknown', { n: unknown })] : []),
  ].join(', ');
}

/** “, 2 advised” after a compute's kind and state; empty where nothing is to be said. */
export function computeHealthText(say: Say, health: Health): string {
  const open = openWords(say, health);
  if (open !== '') return open;
  const { advised } = health.summary;
  return advised > 0 ? say('count.advised', { n: advised }) : '';
}

/** Within a line a sentence begins small; an abbreviation stays as it is. */
function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  return second !== second.toLowerCase() ? text : first.toLowerCase() + text.slice(first.length);
}
