import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { formatReason } from '../../wording/reason-text';
import type { RunSummary } from '../run-summary';

type MissingModule = RunSummary['missingModules'][number];

/** Missing modules that `terraform init` installs, each once, and all other missing modules. */
interface MissingModules {
  /** Empty if there is only one, because its own message contains what to do. */
  readonly toInstall: readonly MissingModule[];
  readonly others: readonly MissingModule[];
}

/** Separates modules that one command installs from those that each need a separate action. */
export function separateMissingModules(say: Say, all: readonly MissingModule[]): MissingModules {
  const isToInstall = ({ name, because }: MissingModule): boolean =>
    because === formatReason(say, reason('unknown.terraformModule', { name }));
  const toInstall = all.filter(
    (one, at) => isToInstall(one) && all.findIndex(({ name }) => name === one.name) === at,
  );
  const others = all.filter((one) => !isToInstall(one));
  return toInstall.length > 1 ? { toInstall, others } : { toInstall: [], others: [...toInstall, ...others] };
}

/** Returns the modules, with one message for all that `terraform init` installs. */
export function missingModuleMessages(
  say: Say,
  all: readonly MissingModule[],
): readonly Pick<MissingModule, 'place' | 'because'>[] {
  const { toInstall, others } = separateMissingModules(say, all);
  const [first] = toInstall;
  if (!first) return others;
  const names = toInstall.map(({ name }) => name);
  const because = formatReason(say, reason('unknown.terraformModules', { n: names.length, names }));
  return [{ place: first.place, because }, ...others];
}
