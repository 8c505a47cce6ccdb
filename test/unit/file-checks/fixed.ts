import { attemptFixes, reasonWithoutFix } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatFixTitle } from '../../../src/wording/fix-title';
import { formatReason } from '../../../src/wording/reason-text';
import { testFixContext, withEdits } from './analyzed';

const say = messagesIn('en');

/**
 * Fixes that users are offered for a problem: titles with the files after each fix, or the reason why there is none.
 */
export interface Offered {
  readonly titles: readonly string[];
  /** Texts after the first fix, by file. */
  readonly after: Readonly<Record<string, string>>;
  readonly whyNot: string | null;
}

/** Returns the fixes of the first problem with an ID. The first file is the root. */
export async function offered(files: Readonly<Record<string, string>>, id: string): Promise<Offered> {
  const fixTest = await testFixContext(files);
  const all = problemsOf(fixTest.analysis.check);
  const problem = all.find((one) => one.id === id);
  if (!problem) throw new Error(`${id} is not found, but ${all.map((one) => one.id).join()}`);
  const attempts = await attemptFixes(fixTest, problem);
  const tested = attempts.filter((one) => one.is === 'tested');
  const edits = tested[0]?.edits ?? [];
  const because = reasonWithoutFix(attempts);
  return {
    titles: tested.map((one) => formatFixTitle(say, one)),
    after: Object.fromEntries(
      Object.entries(files).map(([file, text]) => [
        file,
        withEdits(
          text,
          edits.filter((one) => one.file === file),
        ),
      ]),
    ),
    whyNot: because && formatReason(say, because),
  };
}

/** Returns the lines that only one of two texts has, in order. A line that occurs twice counts twice. */
export function changedLines(before: string, after: string): readonly string[] {
  return [
    ...linesNextTo(before, after).map((line) => `- ${line.trim()}`),
    ...linesNextTo(after, before).map((line) => `+ ${line.trim()}`),
  ];
}

function linesNextTo(text: string, other: string): readonly string[] {
  const left = other.split('\n');
  return text.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
