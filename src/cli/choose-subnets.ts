import { sameId } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { allSubjects, shortName, type Subject } from '../documents/subjects/subjects';
import { subjectsOf } from '../file-checks/check-files';
import { UsageError } from './options';
import type { Source } from './source';

/** A subnet to judge, and what it was read with. */
export interface ChosenSubnet {
  readonly source: Source;
  readonly subject: Subject;
}

/**
 * The subnets that `names` name; where none is named, those that are meant, else the only one of what was exported.
 * Throws `UsageError` where a name fits none, or nothing says which one is meant; templates may mean none at all.
 */
export function chooseSubnets(sources: readonly Source[], names: readonly string[]): readonly ChosenSubnet[] {
  const all = chosenOf(sources, ({ inputs }) => allSubjects(inputs));
  if (names.length > 0 && all.length > 0) return names.flatMap((name) => named(all, name));
  const meant = chosenOf(sources, ({ inputs, directed }) => subjectsOf(inputs, directed));
  const exports = sources.filter(({ isTemplate }) => !isTemplate);
  if (meant.length > 0 || exports.length === 0) return meant;
  const exported = chosenOf(exports, ({ inputs }) => allSubjects(inputs));
  if (exported.length === 0) throw new UsageError(whyNone(exports));
  if (exported.length === 1) return exported;
  throw new UsageError(reason('terminal.whichSubnet', { option: '--subnet', names: namesOf(exported) }));
}

function chosenOf(
  sources: readonly Source[],
  subjects: (source: Source) => readonly Subject[],
): readonly ChosenSubnet[] {
  return sources.flatMap((source) => subjects(source).map((subject) => ({ source, subject })));
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
