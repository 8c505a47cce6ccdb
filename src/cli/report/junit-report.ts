import type { RunSummary } from '../run-summary';
import type { Say } from '../../messages/say';
import { displayText } from '../../core/text/display-text';
import type { ReportEntry } from './report-entries';

interface JunitInput {
  readonly entries: readonly ReportEntry[];
  readonly summary: RunSummary;
  /** Names of the files that were named or found. */
  readonly files: readonly string[];
  /** Names of the files that were completely checked. */
  readonly checkedFiles: readonly string[];
}

/**
 * Returns JUnit's XML, which most pipelines show as tests. Each file is a suite. A problem that fails the run is a
 * failed test, and an unknown result is a skipped one. A file that was checked without findings is a passed test. The
 * format isn't standardized. This writes the parts that GitLab, Jenkins, and Azure Pipelines read.
 * https://github.com/testmoapp/junitxml, read 2026-11-30
 */
export function junitReport(say: Say, { entries, summary, files, checkedFiles }: JunitInput): string {
  const found = new Set(entries.flatMap(({ file }) => (file === null ? [] : [file])));
  const others = files.filter((file) => !found.has(file) && !summary.notReadable.includes(file));
  const isChecked = new Set(checkedFiles);
  const isEmpty = new Set(summary.withoutResources);
  const testOfOther = (file: string): Test => {
    if (isEmpty.has(file)) return skippedTest(file, say('terminal.junit.noResources'));
    return isChecked.has(file) ? passedTest(say, file) : skippedTest(file, say('terminal.junit.notChecked'));
  };
  const suites = [
    ...[...new Set(entries.map(({ file }) => file))].map((file) =>
      suiteOf(
        file ?? say('terminal.notInAFile'),
        entries.filter((one) => one.file === file).map((one) => testOf(say, one)),
      ),
    ),
    ...others.map((file) => suiteOf(file, [testOfOther(file)])),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="aml-secure-compute"${countsOf(suites)}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function passedTest(say: Say, file: string): Test {
  return { xml: testXml({ name: say('terminal.junit.passed'), file }) };
}

function skippedTest(file: string, message: string): Test {
  return {
    xml: testXml({ name: message, file }, `<skipped message="${xmlText(message)}" />`),
    is: 'skipped',
  };
}

interface Counted {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

interface Test {
  readonly xml: string;
  readonly is?: 'failure' | 'error' | 'skipped';
}

function suiteOf(name: string, tests: readonly Test[]): Counted & { readonly xml: string } {
  const count = {
    tests: tests.length,
    failures: tests.filter(({ is }) => is === 'failure').length,
    errors: tests.filter(({ is }) => is === 'error').length,
    skipped: tests.filter(({ is }) => is === 'skipped').length,
  };
  const open = `  <testsuite name="${xmlText(name)}"${countsOf([count])}>`;
  return { ...count, xml: [open, ...tests.map(({ xml }) => xml), '  </testsuite>'].join('\n') };
}

function countsOf(all: readonly Counted[]): string {
  const sum = (key: keyof Counted): number => all.reduce((total, one) => total + one[key], 0);
  return ` tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}"`;
}

/** Creates a test. A file that couldn't be read is an error of the run, not a failed test. */
function testOf(say: Say, { level, isFailing, id, file, line, column, message, details }: ReportEntry): Test {
  const place = [file, line, column].filter((one) => one !== null).join(':');
  const text = [place, message, ...details].filter((one) => one !== '').join('\n');
  const is =
    id === 'not-read'
      ? 'error'
      : isFailing
        ? 'failure'
        : level === 'unknown'
          ? ('skipped' as const)
          : undefined;
  const label = say(`terminal.level.${level}`);
  const inside =
    is === undefined
      ? `<system-out>${xmlText(`${label}\n${text}`)}</system-out>`
      : is === 'skipped'
        ? `<skipped message="${xmlText(message)}" />\n      <system-out>${xmlText(text)}</system-out>`
        : `<${is} type="${xmlText(label)}" message="${xmlText(message)}">${xmlText(text)}</${is}>`;
  const name = [id, line, column].filter((one) => one !== null).join(':');
  return { xml: testXml({ name: `${name} ${message}`, file }, inside), ...(is ? { is } : {}) };
}

function testXml(
  { name, file }: { readonly name: string; readonly file: string | null },
  inside = '',
): string {
  const place = file === null ? '' : ` file="${xmlText(file)}"`;
  const open = `    <testcase name="${xmlText(name)}" classname="${xmlText(file ?? 'aml-secure-compute')}"${place}`;
  return inside === '' ? `${open} />` : `${open}>\n      ${inside}\n    </testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text for XML. Characters that aren't allowed in XML are written as escape sequences. */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map((line) => displayText(line).replace(/[&<>"'\uFFFE\uFFFF]/g, (one) => entities[one] ?? ''))
    .join('\n');
}
