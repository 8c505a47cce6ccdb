import { reason, type Reason } from '../core/reason';

/** A script in the workspace's notebook files, which Azure runs on an instance. */
export interface SetupScript {
  /** Once at the creation, or at each start. */
  readonly runs: 'creation' | 'startup';
  /** Path in the file share of notebooks: `Users/ana/setup.sh`. */
  readonly path: string;
  /** Command-line arguments of the script; can be empty. */
  readonly arguments: string;
}

/** ARM's form of `setupScripts`. */
export interface SetupScriptsBody {
  readonly scripts: Readonly<
    Partial<
      Record<
        'creationScript' | 'startupScript',
        { readonly scriptSource: string; readonly scriptData: string; readonly scriptArguments?: string }
      >
    >
  >;
}

const longest = 1000;

/**
 * Returns why the path isn't a shell script in the notebook files (how-to-customize-compute-instance, read on
 * 2026-11-30); null if it is.
 */
export function scriptPathFault(path: string): Reason | null {
  const parts = path.split('/');
  const isPath =
    /^[^\\\p{Cc}]+\.sh$/u.test(path) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return isPath && path.length <= longest ? null : reason('script.path');
}

/** Returns why the arguments are invalid: they must be a single line. */
export function scriptArgumentsFault(typed: string): Reason | null {
  return /\p{Cc}/u.test(typed) || typed.length > longest ? reason('script.arguments', { n: longest }) : null;
}

/** Returns the script in Azure's form. */
export function setupScriptsBody({ runs, path, arguments: line }: SetupScript): SetupScriptsBody {
  const script = {
    scriptSource: 'workspaceStorage',
    scriptData: path,
    ...(line === '' ? {} : { scriptArguments: line }),
  };
  return { scripts: { [`${runs}Script`]: script } };
}

/** Describes the script. */
export function scriptInText({ runs, path, arguments: line }: SetupScript): Reason {
  return reason(`plan.script.${runs}`, { script: line === '' ? path : `${path} ${line}` });
}
