import type { AnalysisResult } from '../../src/file-checks/analyze-file';
import { startBicep } from '../support/bicep';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { analyzedText } from './deployable-files';

/** A Bicep file and its compiled template have the same results and findings. */
export const bicepAndJsonPairs: CorpusPart = {
  title: 'Bicep files and their compiled templates',
  async run(files) {
    const bicep = startBicep();
    if (bicep === undefined) return { lines: ['No Bicep compiler was found.'], passed: 0, failures: [] };
    const failures: string[] = [];
    let compared = 0;
    let checked = 0;
    try {
      for (const file of files.filter(({ name, compiles }) => name.endsWith('.bicep') && compiles === true)) {
        const { contents } = await bicep.compile(file.path);
        if (contents === undefined) continue;
        const [source, compiled] = await bothOf(file, contents);
        compared += 1;
        if (source.size > 0 || compiled.size > 0) checked += 1;
        const wrong = differenceOf(source, compiled);
        if (wrong !== undefined) failures.push(`${file.name}: ${wrong}`);
      }
    } finally {
      bicep.stop();
    }
    return {
      lines: [`${compared} compared, of which ${checked} have a subnet for Azure ML`],
      passed: compared - failures.length,
      failures,
    };
  },
};

type Outcomes = ReadonlyMap<string, string>;

async function bothOf(file: CorpusFile, compiled: string): Promise<readonly [Outcomes, Outcomes]> {
  const [one, other] = await Promise.all([
    analyzedText(file.path, file.text),
    analyzedText(`${file.path}.json`, compiled),
  ]);
  return [outcomesOf(one), outcomesOf(other)];
}

function outcomesOf(analyzed: AnalysisResult | undefined): Outcomes {
  const all = new Map<string, string>();
  for (const { subnet, compute, results, findings } of analyzed?.check.subjects ?? []) {
    const of = `${subnet.name} ${compute ?? ''}`;
    for (const { requirement, outcome } of results) {
      const how =
        outcome.is === 'allowed' ? `allowed ${outcome.explicit ? 'by rule' : 'by default'}` : outcome.is;
      all.set(`${of} ${requirement}`, how);
    }
    for (const { check, place } of findings) all.set(`${of} ${check} ${place.name}`, 'found');
  }
  return all;
}

function differenceOf(source: Outcomes, compiled: Outcomes): string | undefined {
  const keys = [...new Set([...source.keys(), ...compiled.keys()])];
  const differing = keys.filter((key) => source.get(key) !== compiled.get(key));
  const [first] = differing;
  return first === undefined
    ? undefined
    : `${differing.length} differ, such as ${first}: ${source.get(first) ?? 'nothing'}, ${compiled.get(first) ?? 'nothing'}`;
}
