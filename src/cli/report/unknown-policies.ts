import { isReported, type Checked } from '../check';

/** Returns the reasons why it isn't known whether policies allow the network of a subnet. */
export function unknownPolicies(checks: Checked['checks']): ReadonlySet<string> {
  const all = checks.flatMap((one) => one.results.filter((each) => isReported(one, each)));
  return new Set(
    all.flatMap(({ requirement, outcome }) =>
      requirement === 'policy-forbids-network-resources' && outcome.is === 'undecided'
        ? [JSON.stringify(outcome.because)]
        : [],
    ),
  );
}
