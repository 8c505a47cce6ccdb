import type { NameAnswer } from '../core/client-access';
import type { Say } from '../messages/say';
import type { ReportInput } from './source-reports/report-input';
import type { WorkerPool } from './source-reports/worker-pool';
import type { FleetJob, NetworkRows } from './fleet/fleet-job';
import type { PrintableUtf8 } from './printable-text';
import type { Disk } from './read-sources';
import type { Screen, StyledLine } from './screen';
import type { TerminalAzure } from '../azure/connect-terminal';
import type { TerminalSignIn } from './sign-in/connect-signed-in';

/** 0: success, 1: findings, 2: the command line is invalid, 3: a file can't be read. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Account, dialogs, and interruption for commands that sign in to Azure. */
export interface SignInTerminal {
  /** Signs in to Azure. Throws `UsageError` and `UnreadableFile`. */
  signIn(request: TerminalSignIn): Promise<TerminalAzure>;
  /** The user can answer a question. */
  readonly isInteractive: boolean;
  /** Asks on the terminal; anything but a yes is a no. */
  confirm(question: string): Promise<boolean>;
  /** Runs work that Ctrl+C stops, instead of ending the program. */
  untilInterrupted<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T>;
}

/** Everything that the program needs from its environment. */
export interface Terminal extends Disk {
  readonly say: Say;
  readonly version: string;
  /** Address of the repository that contains the pages of checks. */
  readonly repository: string;
  /** Markdown of every page of checks and causes, by its path from `docs`. */
  pages(): Promise<Readonly<Record<string, string>>>;
  /** Folder of the service tags that ship with it. */
  readonly dataFolder: string;
  /** ISO time, by which a list of service tags counts as old. */
  readonly today: string;
  /**
   * Writes all files completely, or none of them.
   * @throws `UnreadableFile`
   */
  writeFiles(texts: ReadonlyMap<string, string>): Promise<void>;
  /**
   * Reads all of standard input as text.
   * @throws `UnreadableFile`
   */
  readInput(): Promise<string>;
  /** Resolves a name with this computer's resolver. */
  resolveName(host: string): Promise<NameAnswer>;
  /** Worker threads that check files, or undefined if there are none. */
  threads?: ((reportInput: ReportInput) => WorkerPool) | undefined;
  /** Checks the subnets of a fleet on threads. Undefined if there are none. */
  fleet?: ((job: FleetJob) => Promise<NetworkRows>) | undefined;
  /** For commands that sign in; undefined where none can. */
  readonly account?: SignInTerminal;
  /** Properties of standard output. */
  readonly screen: Screen;
  out(text: string): void;
  /** Prints text that is printable already, and takes it over. Undefined where text is collected. */
  printable?(text: PrintableUtf8): void;
  /** Prints lines for people, in the styles that `screen` supports. */
  show(lines: readonly StyledLine[], screen: Screen): void;
  error(text: string): void;
  /** Shows the progress of a long run in place of the previous one, or null at its end. Only shown on a terminal. */
  progress(text: string | null): void;
  /** Starts serving agents over standard input and output, with the files below a folder. */
  serve(root: string): void;
  /** Prints commands for a pipeline. Their parts are made printable first. */
  command(text: string): void;
}
