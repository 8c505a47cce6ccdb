import type { FixInput } from '../checks/fixes/fix-input';
import { judge } from '../checks/judge';
import { standingOf } from '../core/judgement';
import { known } from '../core/known';
import { reason, type Reason } from '../core/reason';

/**
 * Under which assumption a subnet is ready whose plan doesn't say whether machines have a public IP. What only one of the
 * two needs is no error then, so that it may fail unseen.
 * @returns no reason where neither fails; null where both do
 */
export function readyOnlyIf({ model, plan, facts }: FixInput): readonly Reason[] | null {
  if (plan.publicIp.known) return [];
  const fails = (publicIp: boolean): boolean =>
    judge(model, { ...plan, publicIp: known(publicIp) }, facts).some(
      ({ verdict, severity }) => severity === 'error' && standingOf(verdict) === 'open',
    );
  const [withOne, without] = [fails(true), fails(false)];
  if (withOne && without) return null;
  if (withOne) return [reason('terminal.assuming.noPublicIp')];
  return without ? [reason('terminal.assuming.publicIp')] : [];
}
