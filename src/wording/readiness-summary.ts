import { causeLevel } from '../checks/causes';
import { summarize, type Summary } from '../checks/summary';
import type { Cause } from '../core/cause';
import type { CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';

/** Returns the first sentence that applies: not ready, not confirmed, ready with warnings, ready by default, ready. */
export function readinessSummary(
  say: Say,
  results: readonly CheckResult[],
  causes: readonly Cause[],
): string {
  const sums = summarize(results, causes);
  if (sums.causes.errors.causes > 0) return notReady(say, causes, sums);
  if (!sums.ready) return notConfirmed(say, causes);
  const { causes: k } = sums.causes.warnings;
  if (sums.dnsUnchecked) {
    return k > 0 ? say('readiness.summary.readyDnsAdvised', { k }) : say('readiness.summary.readyDns');
  }
  if (k > 0) return say('readiness.summary.readyAdvised', { k });
  if (sums.onlyByDefault > 0) return say('readiness.summary.readyDefault', { k: sums.onlyByDefault });
  return say('readiness.summary.ready');
}

/** Returns “Not ready: 1 error blocks 8 flows”. An error of a setting doesn't block flows. */
function notReady(say: Say, causes: readonly Cause[], { causes: { errors } }: Summary): string {
  const { causes: n, flows: k } = errors;
  if (k === 0) return say('readiness.summary.notReady', { n });
  const isOfFlows = causes.every((one) => causeLevel(one) !== 'errors' || one.flows > 0);
  return say(isOfFlows ? 'readiness.summary.notReadyFlows' : 'readiness.summary.notReadySome', { n, k });
}

function notConfirmed(say: Say, causes: readonly Cause[]): string {
  const open = causes.filter((one) => causeLevel(one) === 'toConfirm');
  const [only, ...others] = open;
  const ip = only?.by?.kind === 'route' && only.kind === 'appliance-decides' ? only.by.nextHopAddress : null;
  if (only && others.length === 0 && ip !== null) {
    return say('readiness.summary.dependsOn', { n: only.flows, ip });
  }
  const k = open.reduce((sum, one) => sum + one.flows, 0);
  return k > 0
    ? say('readiness.summary.notConfirmedFlows', { n: open.length, k })
    : say('readiness.summary.notConfirmed', { n: open.reduce((sum, one) => sum + one.results.length, 0) });
}
