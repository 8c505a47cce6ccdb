import { sameId } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { allSubjects, meantSubjects, shortName, type Subject } from '../documents/subjects/subjects';
import { UsageError } from './options';
import type { CheckInputs } from './resources/to-inputs';
import type { Source } from './source';

/** A subnet to judge, and what it was read with. */
export interface ChosenSubnet {
  readonly source: Source;
  readonly subject: Subject;
}

/**
 * The subnets that `names` name; where none is named, those that are meant, else the only one. Throws `UsageError` where
 * a name fits none, or nothing says which one is meant.
 */
export function chooseSubnets(sources: readonly Source[], names: readonly string[]): readonly ChosenSubnet[] {
  const all = chosenOf(sources, allSubjects);
  if (all.length === 0) throw new UsageError(whyNone(sources));
  if (names.length > 0) return names.flatMap((name) => named(all, name));
  const meant = chosenOf(sources, meantSubjects);
  if (meant.length > 0) return meant;
  if (all.length === 1) return all;
  throw new UsageError(reason('terminal.whichSubnet', { option: '--subnet', names: namesOf(all) }));
}

function chosenOf(
  sources: readonly Source[],
  subjectsOf: (inputs: CheckInputs) => readonly Subject[],
): readonly ChosenSubnet[] {
  return sources.flatMap((source) => subjectsOf(source.inputs).map((subject) => ({ source, subject })));
}

function namesOf(all: readonly ChosenSubnet[]): string {
  return [...new Set(all.map(({ subject }) => shortName(subject)))].join(', ');
}

function whyNone(sources: readonly Source[]): Reason {
  const bare = sources.flatMap(({ inputs }) => inputs.bare);
  return bare.length > 0
    ? reason('terminal.bare', {
        names: bare.join(', '),
        n: bare.length,
        list: 'az resource list',
        show: 'az resource show',
      })
    : reason('terminal.noSubnet', { command: 'az network vnet show' });
}

function named(all: readonly ChosenSubnet[], name: string): readonly ChosenSubnet[] {
  const found = all.filter(({ subject }) =>
    [subject.subnet.name, shortName(subject), subject.subnet.id].some((its) => sameId(its, name)),
  );
  if (found.length > 0) return found;
  throw new UsageError(reason('terminal.noSuchSubnet', { name, names: namesOf(all) }));
}
