import { parentPort, workerData } from 'node:worker_threads';
import type { CorpusFile } from './corpus-files';
import { editsOf } from './edits-of';
import { removeValues } from './removed-values';
import { stopCompiler, writtenOtherwise } from './rewritten-files';
import { damageFile } from './damage-file';

/** Initial data of a thread. */
export interface CorpusThreadSetup {
  readonly task: keyof Tasks;
  readonly options: TaskOptions;
}

/** Options of a task, in addition to its file. */
export interface TaskOptions {
  readonly folder: string;
  readonly isWhole: boolean;
}

/** Tasks that take long for each file. */
const tasks = {
  damage: (file: CorpusFile) => damageFile(file, true),
  edits: (file: CorpusFile) => editsOf(file, true),
  honesty: (file: CorpusFile, { isWhole }: TaskOptions) => removeValues(file, isWhole),
  metamorphic: (file: CorpusFile, options: TaskOptions) => writtenOtherwise(file, options),
};

export type Tasks = typeof tasks;

const { task, options } = workerData as CorpusThreadSetup;
parentPort?.on('message', (file: CorpusFile | 'end') => {
  if (file === 'end') {
    stopCompiler();
    parentPort?.close();
    return;
  }
  void Promise.resolve(tasks[task](file, options)).then((result) => parentPort?.postMessage(result));
});
