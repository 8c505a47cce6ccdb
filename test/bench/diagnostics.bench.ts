import { analyzeFile, type AnalysisResult } from '../../src/file-checks/analyze-file';
import { problemsByCause } from '../../src/file-checks/cause-problems';
import { problemsOf } from '../../src/file-checks/problems-of';
import { positionsIn, diagnosticRange } from '../../src/file-checks/diagnostic-range';
import { withoutSuppressed } from '../../src/file-checks/suppressed';
import { collectGarbage } from '../support/collect-garbage';
import { messagesIn } from '../support/messages-in';
import { formatReported } from '../../src/wording/file-cause-text';
import { percentileOfRuns, type Bench } from '../support/bench';
import { longBicep, longTemplate, type LongFile } from '../support/long-files';
import { testAnalysisOptions } from '../support/analysis-options';

const say = messagesIn('en');
interface Reported {
  readonly examined: AnalysisResult;
  readonly problems: number;
}

/** From a text to the diagnostics in the Problems view, as in the editor after a keystroke. */
async function reported({ name }: LongFile, text: string, before?: AnalysisResult): Promise<Reported> {
  const world = {
    isInside: () => true,
    read: (file: string) => Promise.resolve(file === name ? text : undefined),
  };
  const examined = await analyzeFile(name, world, { ...testAnalysisOptions, ...(before ? { before } : {}) });
  if (!examined) throw new Error(`${name} was not read`);
  const reported = withoutSuppressed(problemsOf(examined.check), () => text);
  const problems = problemsByCause(examined.check, reported);
  const at = positionsIn(text);
  const words = problems.map((one) => [at(diagnosticRange(text, one.place).start), formatReported(say, one)]);
  return { examined, problems: words.length };
}

function keystrokes(file: LongFile): readonly Bench[] {
  const lines = file.text.split('\n').length;
  let n = 0;
  const measure = (share: number) => async (): Promise<number> => {
    let last = await reported(file, file.text);
    if (last.problems === 0) {
      throw new Error(`${file.name} has no problems, so nothing is measured`);
    }
    const type = async (): Promise<void> => {
      last = await reported(file, file.after((n += 1)), last.examined);
    };
    return percentileOfRuns(type, { share });
  };
  /** Memory that typing adds, after everything unreferenced is freed. */
  const kilobytes = async (): Promise<number> => {
    let last = await reported(file, file.text);
    const held = (): number => {
      collectGarbage();
      return process.memoryUsage().heapUsed / 1000;
    };
    const type = async (times: number): Promise<number> => {
      for (let at = 0; at < times; at += 1) {
        last = await reported(file, file.after((n += 1)), last.examined);
      }
      return held();
    };
    const before = await type(50);
    return (await type(200)) - before;
  };
  const what = `problems of ${file.name}, ${lines} lines, after a keystroke`;
  return [
    { what: `${what}: median`, budget: 16, unit: 'ms', measure: measure(0.5) },
    { what: `${what}: p95`, budget: 16, unit: 'ms', measure: measure(0.95) },
    { what: '\u2026 memory that 200 keystrokes add', budget: 5000, unit: 'kB', measure: kilobytes },
  ];
}

export const benches: readonly Bench[] = [longBicep(1000), longTemplate(1000)].flatMap(keystrokes);
