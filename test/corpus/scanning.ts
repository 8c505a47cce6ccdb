import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import type { CorpusPart, PartResult } from './corpus-part';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The SARIF log of all problems with their fixes, as the built program prints it. It's valid against the OASIS schema,
 * and the program handles every file. The schema rejects a log with line 0.
 */
export const scanning: CorpusPart = {
  title: 'Code scanning',
  run(_files, { folder, fixes, sarifSchema }) {
    if (fixes !== true) return { lines: ['only with --fix'], passed: 0, failures: [] };
    const { log, failures } = scanned(folder);
    const isValid = validatorOf(sarifSchema);
    const faults = [...failures, ...isValid(log)];
    if (isValid(withoutLines(log)).length === 0) faults.push('the schema takes a log in which lines are 0');
    return resultOf(log, faults);
  },
};

function scanned(folder: string): { log: Log; failures: readonly string[] } {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: project });
  const program = [`${project}/dist/cli.js`, 'check', '.', '--format', 'sarif'];
  const { stdout, stderr, status } = spawnSync(process.execPath, program, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en' },
    maxBuffer: 1 << 28,
  });
  const failures = stderr.split('\n').filter((line) => line.includes('Couldn’t check '));
  if (status !== 1 && status !== 3) failures.push(`ended with ${String(status)}`);
  return { log: JSON.parse(stdout) as Log, failures };
}

/** Returns a function that validates a log with the schema. */
function validatorOf(schema: string): (log: Log) => readonly string[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  return (log) => {
    validate(log);
    return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
  };
}

/** Returns the log with an invalid place. */
function withoutLines(log: Log): Log {
  const wrong = structuredClone(log);
  const place = resultsOf(wrong)[0]?.locations?.[0]?.physicalLocation?.region;
  if (place) place.startLine = 0;
  return wrong;
}

function resultsOf({ runs }: Log): readonly Result[] {
  return runs.flatMap(({ results }) => results ?? []);
}

function resultOf(log: Log, faults: readonly string[]): PartResult {
  const results = resultsOf(log);
  const fixed = results.filter(({ fixes }) => fixes !== undefined).length;
  return {
    lines: [`${String(results.length)} results, ${String(fixed)} of them with a fix`],
    passed: results.length,
    failures: fixed > 0 ? faults : [...faults, 'no result has a fix'],
  };
}
