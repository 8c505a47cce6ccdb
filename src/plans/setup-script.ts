import { reason, type Reason } from '../core/reason';

/** A script in the notebook files of the workspace, which Azure runs on an instance. */
export interface SetupScript {
  /** Once, when the instance is created, or each time it starts. */
  readonly runs: 'creation' | 'startup';
  /** In the file share of notebooks: `Users/ana/setup.sh`. */
  readonly path: string;
  /** Command line of the script; empty for none. */
  readonly arguments: string;
}

/** `setupScripts` as ARM takes it. */
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
 * Why the path isn't one of a shell script in the notebook files (how-to-customize-compute-instance, read on
 * 2026-11-30); null where it is.
 */
export function scriptPathFault(path: string): Reason | null {
  const parts = path.split('/');
  const isPath =
    /^[^\\\p{Cc}]+\.sh$/u.test(path) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return isPath && path.length <= longest ? null : reason('script.path');
}

/** Arguments are one line. */
export function scriptArgumentsFault(typed: string): Reason | null {
  return /\p{Cc}/u.test(typed) || typed.length > longest ? reason('script.arguments', { n: longest }) : null;
}

/** The script as Azure takes it. */
export function setupScriptsBody({ runs, path, arguments: line }: SetupScript): SetupScriptsBody {
  const script = {
    scriptSource: 'workspaceStorage',
    scriptData: path,
    ...(line === '' ? {} : { scriptArguments: line }),
  };
  return { scripts: { [`${runs}Script`]: script } };
}

/** The script in words. */
export function scriptInText({ runs, path, arguments: line }: SetupScript): Reason {
  return reason(`plan.script.${runs}`, { script: line === '' ? path : `${path} ${line}` });
}
