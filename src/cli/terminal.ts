import type { NameAnswer } from '../core/client-access';
import type { Say } from '../messages/say';
import type { ReportInput } from './answers/report-input';
import type { WorkerPool } from './answers/worker-pool';
import type { FleetJob, NetworkRows } from './fleet/fleet-job';
import type { Disk } from './read-sources';
import type { Screen, StyledLine } from './screen';

/** 0 clean, 1 findings, 2 the command line is wrong, 3 a file cannot be read. */
export type ExitCode = 0 | 1 | 2 | 3;

/** All that the program asks of where it runs. */
export interface Terminal extends Disk {
  readonly say: Say;
  readonly version: string;
  /** Address of the repository that has the pages of checks. */
  readonly repository: string;
  /** Markdown of every page of checks and causes, by its path from `docs`. */
  pages(): Promise<Readonly<Record<string, string>>>;
  /** Folder of the service tags that ship with it. */
  readonly dataFolder: string;
  /** ISO time: a list of service tags is old by it. */
  readonly today: string;
  /** Writes each file whole, or none of them. Throws `UnreadableFile`. */
  writeFiles(texts: ReadonlyMap<string, string>): Promise<void>;
  /** All of standard input as a text. Throws `UnreadableFile`. */
  readInput(): Promise<string>;
  /** What the resolver of this computer answers for a name. */
  resolveName(host: string): Promise<NameAnswer>;
  /** Worker threads that check files; undefined where there are none. */
  threads?: ((asked: ReportInput) => WorkerPool) | undefined;
  /** Checks the subnets of a fleet on threads; undefined where there are none. */
  fleet?: ((job: FleetJob) => Promise<NetworkRows>) | undefined;
  /** What standard output is. */
  readonly screen: Screen;
  out(text: string): void;
  /** Lines for people, in the styles that `screen` has. */
  show(lines: readonly StyledLine[], screen: Screen): void;
  error(text: string): void;
  /** How far a long run is, in place of the last one; null where it ends. Only a terminal shows it. */
  progress(text: string | null): void;
  /** Serves agents over standard input and output from now on, with the files below a folder. */
  serve(root: string): void;
  /** Commands to a pipeline. Their parts are made printable before. */
  command(text: string): void;
}
