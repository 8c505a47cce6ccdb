import type { Judgement } from '../core/judgement';
import type { Direction } from '../core/network/model';
import { compareFlow, type StateChanges } from '../core/reach/compare';
import type { ReachQuestion } from '../core/reach/reach';
import type { FixInput } from './fixes/fix-input';
import { judge } from './judge';
import { publicIpOf } from './target';

/** One requirement with another verdict in the later state. */
export interface VerdictChange {
  readonly before: Judgement;
  readonly after: Judgement;
}

/** What is different between two states of one subnet, such as Azure and a file. */
export interface SubnetComparison extends StateChanges {
  readonly verdicts: readonly VerdictChange[];
}

/**
 * Compares two states of one subnet, which may have another id in each: every packet that it sends or is sent, and every
 * requirement of the plan. Both plans name a subnet of their model.
 */
export function compareSubnets(before: FixInput, after: FixInput): SubnetComparison {
  const ways = (['Outbound', 'Inbound'] as const).map((direction) =>
    compareFlow(everything(before, direction), everything(after, direction)),
  );
  return {
    verdicts: verdictChanges(before, after),
    opens: ways.flatMap((way) => way.opens),
    closes: ways.flatMap((way) => way.closes),
  };
}

function everything({ model, plan, facts }: FixInput, direction: Direction): ReachQuestion {
  if (plan.subnetId === null) throw new Error('There is no subnet to compare');
  return {
    model,
    subnetId: plan.subnetId,
    tags: facts.tags,
    publicIp: publicIpOf(plan),
    flow: { direction, protocol: 'Any', ports: ['*'], remotes: ['0.0.0.0/0'] },
  };
}

function verdictChanges(before: FixInput, after: FixInput): readonly VerdictChange[] {
  const was = new Map(
    judge(before.model, before.plan, before.facts).map((one) => [one.requirement, one] as const),
  );
  return judge(after.model, after.plan, after.facts).flatMap((one) => {
    const old = was.get(one.requirement);
    return old && kindOf(old) !== kindOf(one) ? [{ before: old, after: one }] : [];
  });
}

function kindOf({ verdict }: Judgement): string {
  return verdict.is === 'allowed' ? `allowed ${verdict.explicit}` : verdict.is;
}
