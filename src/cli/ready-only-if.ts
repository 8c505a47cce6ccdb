import type { FixInput } from '../checks/fixes/fix-input';
import { judge } from '../checks/judge';
import { standingOf } from '../core/judgement';
import { known, type Known } from '../core/known';
import type { JudgePlan } from '../core/plan';
import { reason, type Reason } from '../core/reason';

/** What a plan may be where it isn't known, and what's assumed where it is. */
interface Case extends Pick<JudgePlan, 'kind' | 'publicIp'> {
  readonly fails: boolean;
}

/**
 * Under which assumption a subnet is ready whose plan doesn't say whether machines have a public IP, or whether they are
 * a cluster or an instance. What only one of two needs is no error then, so that it may fail unseen.
 * @returns no reason where nothing fails; null where everything does, or more than one assumption is needed
 */
export function readyOnlyIf({ model, plan, facts }: FixInput): readonly Reason[] | null {
  if (plan.publicIp.known && plan.kind.known) return [];
  const kinds = casesOf(plan.kind, ['cluster', 'instance']);
  const cases = kinds.flatMap((kind) =>
    casesOf(plan.publicIp, [true, false]).map((publicIp): Case => {
      const judged = judge(model, { ...plan, kind, publicIp }, facts);
      const fails = judged.some(
        ({ verdict, severity }) => severity === 'error' && standingOf(verdict) === 'open',
      );
      return { kind, publicIp, fails };
    }),
  );
  if (cases.every(({ fails }) => !fails)) return [];
  const assumption = assumptions.find(({ holds }) => cases.every((one) => one.fails !== holds(one)));
  return assumption ? [reason(assumption.key)] : null;
}

function casesOf<T>(part: Known<T>, values: readonly NoInfer<T>[]): readonly Known<T>[] {
  return part.known ? [part] : values.map(known);
}

/** Whether each holds of a case. */
const assumptions: readonly { readonly key: string; readonly holds: (one: Case) => boolean }[] = [
  { key: 'terminal.assuming.noPublicIp', holds: ({ publicIp }) => publicIp.known && !publicIp.value },
  { key: 'terminal.assuming.publicIp', holds: ({ publicIp }) => publicIp.known && publicIp.value },
  { key: 'terminal.assuming.cluster', holds: ({ kind }) => kind.known && kind.value === 'cluster' },
  { key: 'terminal.assuming.instance', holds: ({ kind }) => kind.known && kind.value === 'instance' },
];
