import { fixPermissions, type FixPermission } from '../../core/fix-permissions';
import { reason } from '../../core/reason';
import { parseCheckOptions, UsageError, type GivenOptions } from '../options';

/** What `fix` was asked. */
export interface FixCommandOptions {
  /** What `check` takes as well. */
  readonly check: GivenOptions;
  /** Nothing is written. */
  readonly isDry: boolean;
  /** Closes what Azure ML doesn't need, instead of fixing. */
  readonly closes: boolean;
  /** What a fix may do beside adding and correcting. */
  readonly allowed: readonly FixPermission[];
}

/** Reads what follows `fix`. Throws `UsageError`. */
export function fixOptions(args: readonly string[]): FixCommandOptions {
  const own = ['--dry-run', '--close-the-rest'];
  const rest: string[] = [];
  const allowed = new Set<FixPermission>();
  for (let at = 0; at < args.length; at += 1) {
    const [arg = '', joined] = splitAllow(args[at] ?? '');
    if (arg === '--allow') {
      const words = joined ?? args[(at += 1)];
      for (const one of permissionsIn(words)) allowed.add(one);
    } else if (!own.includes(arg)) {
      rest.push(arg);
    }
  }
  return {
    check: parseCheckOptions(rest, { formats: ['text'] }),
    isDry: args.includes('--dry-run'),
    closes: args.includes('--close-the-rest'),
    allowed: [...allowed],
  };
}

/** `--allow=cost` as the option and its value; anything else as it is. */
function splitAllow(arg: string): readonly [arg: string, value?: string] {
  return arg.startsWith('--allow=') ? ['--allow', arg.slice('--allow='.length)] : [arg];
}

function permissionsIn(words: string | undefined): readonly FixPermission[] {
  if (words === undefined || words.startsWith('-')) {
    throw new UsageError(reason('terminal.option.lacks', { option: '--allow' }));
  }
  return words.split(',').map((word) => {
    const found = fixPermissions.find((one) => one === word.trim());
    if (found !== undefined) return found;
    throw new UsageError(
      reason('terminal.notAWord', { option: '--allow', value: words, words: fixPermissions }),
    );
  });
}
