import { reason } from '../../core/reason';
import { UnreadableFile } from '../resources/read-resources';
import type { Terminal } from '../terminal';

/** The message itself, or the text of the file that is called so, or of standard input. Throws `UnreadableFile`. */
export async function messageOf(
  { readFile, readInput }: Pick<Terminal, 'readFile' | 'readInput'>,
  error: string,
): Promise<string> {
  if (error === '-') return readable(error, await readInput());
  if (/[\r\n]/.test(error)) return error;
  try {
    return readable(error, (await readFile(error)).text);
  } catch (problem) {
    if (!(problem instanceof UnreadableFile)) throw problem;
    if (isNamedFile(error) || !isNoFile(problem)) throw problem;
    return error;
  }
}

/** Characters of a message in a file: more than any error of Azure has, and less than keeps anybody waiting. */
const longest = 1_000_000;

function readable(file: string, text: string): string {
  if (text.trim() === '') throw new UnreadableFile(reason('terminal.explain.empty', { file }));
  if (text.length > longest) throw new UnreadableFile(reason('terminal.explain.long', { file }));
  return text;
}

/** A word that can be nothing but the name of a file. */
function isNamedFile(error: string): boolean {
  return /^\S+\.(?:txt|log|json|md|out|err)$/i.test(error) || /^(?:\.{0,2}\/|[A-Za-z]:\\)\S+$/.test(error);
}

function isNoFile({ because }: UnreadableFile): boolean {
  const code = because.values?.['code'];
  return code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'EINVAL';
}
