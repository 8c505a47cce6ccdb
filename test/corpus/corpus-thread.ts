import { parentPort, workerData } from 'node:worker_threads';
import type { CorpusFile } from './corpus-files';
import { editsOf } from './edits-of';
import { woundsOf } from './wounds-of';

/** What takes long for each file. */
const tasks = {
  wounds: (file: CorpusFile) => woundsOf(file, true),
  edits: (file: CorpusFile) => editsOf(file, true),
};

export type Tasks = typeof tasks;

const task = workerData as keyof Tasks;
parentPort?.on('message', (file: CorpusFile) => parentPort?.postMessage(tasks[task](file)));
