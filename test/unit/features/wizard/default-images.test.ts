import { describe, expect, test } from 'vitest';
import type { ReadinessRow } from '../../../../src/contract/wizard/readiness';
import type { PythonFile } from '../../../../src/platform/python-files';
import {
  healthy,
  detailOf,
  openWizardInOneGroup,
  readinessRowOf,
  type OpenWizardOptions,
  type OpenWizard,
} from './open-wizard';

const code = 'image = DEFAULT_CPU_IMAGE\np.user_managed_dependencies = True\n';
const train: PythonFile = { name: 'src/train.py', text: `import azureml.core\n\n${code}` };
const plain: PythonFile = { name: 'src/plain.py', text: 'print("nothing of it")' };
const cells = [{ cell_type: 'code', source: [code] }];
const explore: PythonFile = { name: 'notebooks/<b>.ipynb', text: JSON.stringify({ cells }) };

const asking = ['outbound-mcr-443', 'outbound-frontdoor-firstparty-443'];

async function openIn2020(options: OpenWizardOptions): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(healthy, options);
  await chooseProfile(w, '2020-12');
  return w;
}

async function chooseProfile(w: OpenWizard, profile: 'current' | '2020-12'): Promise<void> {
  await w.call.chooseProfile({ profile });
  await w.until(profile, (p) => p.readiness?.profile === profile);
}

/** Waits until a row suggests the answer yes. */
async function suggested(w: OpenWizard, text: string): Promise<void> {
  await w.until(text, (p) =>
    p.readiness ? suggestion(readinessRowOf(p.readiness, 'outbound-mcr-443')) === text : false,
  );
}

function suggestion(row: ReadinessRow): string | undefined {
  return labels(row).includes('Code that suggests yes') ? detailOf(row, 'Code that suggests yes') : undefined;
}

function labels(row: ReadinessRow): readonly string[] {
  return row.details.map((one) => one.label);
}

describe('in the requirements of December 2020', () => {
  test('the two rows ask about default images, and name the code that suggests a yes', async () => {
    const w = await openIn2020({ pythonFiles: () => [train, plain, explore] });
    await suggested(w, 'notebooks/<b>.ipynb, cell 1, line 1; src/train.py, line 3');
    for (const id of asking) {
      const row = readinessRowOf(w.page.readiness, id);
      expect(detailOf(row, 'Question')).toBe(
        'Do jobs use Microsoft’s default images with user-managed dependencies? In December 2020, only those jobs required it.',
      );
      expect(suggestion(row)).toBe('notebooks/<b>.ipynb, cell 1, line 1; src/train.py, line 3');
    }
    const others = (w.page.readiness?.groups ?? []).flatMap((one) => one.rows);
    expect(
      others
        .filter((one) => labels(one).includes('Question'))
        .map((one) => one.id)
        .sort(),
    ).toEqual([...asking].sort());
    w.dispose();
  });

  test('code doesn’t answer the question: results are the same without it', async () => {
    const [found, none] = await Promise.all([openIn2020({ pythonFiles: () => [train] }), openIn2020({})]);
    await suggested(found, 'src/train.py, line 3');
    for (const id of asking) {
      const { word, counts, icon } = readinessRowOf(found.page.readiness, id);
      expect(readinessRowOf(none.page.readiness, id)).toMatchObject({ word, counts, icon });
      expect(labels(readinessRowOf(none.page.readiness, id))).not.toContain('Code that suggests yes');
    }
    expect(found.page.readiness?.summary).toBe(none.page.readiness?.summary);
    found.dispose();
    none.dispose();
  });

  test('five files are named, the others are counted', async () => {
    const files = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: `${n}.py`, text: code }));
    const w = await openIn2020({ pythonFiles: () => files });
    await suggested(w, '1.py, line 1; 2.py, line 1; 3.py, line 1; 4.py, line 1; 5.py, line 1; and 2 more');
    w.dispose();
  });

  test('files are read when these requirements are chosen, and again when they’re chosen again', async () => {
    let files: readonly PythonFile[] = [train];
    let reads = 0;
    const w = await openWizardInOneGroup(healthy, {
      pythonFiles: () => {
        reads += 1;
        return files;
      },
    });
    expect(reads).toBe(0);
    await chooseProfile(w, '2020-12');
    await suggested(w, 'src/train.py, line 3');
    await w.call.refresh({});
    expect(reads).toBe(1);
    await chooseProfile(w, 'current');
    expect(reads).toBe(1);
    files = [{ name: 'other.py', text: code }];
    await chooseProfile(w, '2020-12');
    await suggested(w, 'other.py, line 1');
    expect(reads).toBe(2);
    w.dispose();
  });

  test('a restored plan with these requirements gets the same suggestion', async () => {
    const before = await openIn2020({});
    const choices = before.saved();
    before.dispose();
    const w = await openWizardInOneGroup(healthy, { choices, pythonFiles: () => [train] });
    await suggested(w, 'src/train.py, line 3');
    w.dispose();
  });

  test('file names appear only on the page', async () => {
    const w = await openIn2020({ pythonFiles: () => [train] });
    await suggested(w, 'src/train.py, line 3');
    await w.call.refresh({});
    expect(w.logged.join('\n')).not.toContain('train.py');
    expect(JSON.stringify(w.counted)).not.toContain('train.py');
    expect(JSON.stringify(w.saved())).not.toContain('train.py');
    w.dispose();
  });
});

describe('no file is read', () => {
  test('in an untrusted workspace: the question is shown without a suggestion', async () => {
    let reads = 0;
    const pythonFiles = (): readonly PythonFile[] => {
      reads += 1;
      return [train];
    };
    const w = await openIn2020({ trusted: false, pythonFiles });
    await w.call.refresh({});
    expect(labels(readinessRowOf(w.page.readiness, 'outbound-mcr-443'))).toContain('Question');
    expect(suggestion(readinessRowOf(w.page.readiness, 'outbound-mcr-443'))).toBeUndefined();
    expect(reads).toBe(0);
    w.dispose();
  });

  test('for today’s requirements, which always include it', async () => {
    const w = await openIn2020({ pythonFiles: () => [train] });
    await suggested(w, 'src/train.py, line 3');
    await chooseProfile(w, 'current');
    for (const id of asking) {
      expect(labels(readinessRowOf(w.page.readiness, id))).not.toContain('Question');
      expect(labels(readinessRowOf(w.page.readiness, id))).not.toContain('Code that suggests yes');
    }
    w.dispose();
  });
});
