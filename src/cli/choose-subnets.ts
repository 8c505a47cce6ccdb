import { sameId } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { allSubjects, meantSubjects, shortName, type Subject } from '../documents/subjects/subjects';
import { UsageError } from './options';
import type { CheckInputs } from './resources/to-inputs';

/**
 * The subnets that `names` name; where none is named, those that are meant, else the only one. Throws `UsageError` where
 * a name fits none, or nothing says which one is meant.
 */
export function chooseSubnets(inputs: CheckInputs, names: readonly string[]): readonly Subject[] {
  const all = allSubjects(inputs);
  if (all.length === 0) throw new UsageError(whyNone(inputs));
  if (names.length > 0) return names.flatMap((name) => named(all, name));
  const meant = meantSubjects(inputs);
  if (meant.length > 0) return meant;
  if (all.length === 1) return all;
  throw new UsageError(
    reason('terminal.whichSubnet', { option: '--subnet', names: all.map(shortName).join(', ') }),
  );
}

function whyNone({ bare }: CheckInputs): Reason {
  return bare.length > 0
    ? reason('terminal.bare', {
        names: bare.join(', '),
        n: bare.length,
        list: 'az resource list',
        show: 'az resource show',
      })
    : reason('terminal.noSubnet', { command: 'az network vnet show' });
}

function named(all: readonly Subject[], name: string): readonly Subject[] {
  const found = all.filter((one) =>
    [one.subnet.name, shortName(one), one.subnet.id].some((its) => sameId(its, name)),
  );
  if (found.length > 0) return found;
  throw new UsageError(reason('terminal.noSuchSubnet', { name, names: all.map(shortName).join(', ') }));
}
