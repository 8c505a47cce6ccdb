import { parentPort } from 'node:worker_threads';
import type { CorpusFile } from './corpus-files';
import { woundsOf } from './wounds-of';

parentPort?.on('message', (file: CorpusFile) => parentPort?.postMessage(woundsOf(file, true)));
