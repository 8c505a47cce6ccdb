/*
 * Entry point of `scripts/compare-terraform.mjs`. Arguments: EVALUATOR CORPUS. The last line is `N passed, N failed`.
 */
import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printed, type Printed } from '../../src/cli/resolve/predicted-resources';
import { resolvePath } from '../../src/documents/source/resolve-path';
import type { SourceFiles } from '../../src/documents/source/source-files';
import { readTerraformFolder } from '../../src/documents/terraform/read-terraform-folder';

const [evaluator = '', corpus = ''] = process.argv.slice(2);

const disk: SourceFiles = {
  read(path, from) {
    const file = resolvePath(path, from);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    return isFile ? { is: 'text', text: readFileSync(file, 'utf8'), file } : { is: 'missing', file };
  },
  list(path, from) {
    const folder = resolvePath(path, from);
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isFolder) return { is: 'missing', file: folder };
    const names = readdirSync(folder, { withFileTypes: true }).filter((one) => !one.isDirectory());
    return { is: 'text', text: names.map(({ name }) => name).join('\n'), file: `${folder}/` };
  },
  cached: (path) => ({ is: 'outside', file: path }),
};

type Json = Exclude<Printed, undefined>;

const count = { equal: 0, unknown: 0, knownHereAlone: 0, unknownHereAlone: 0 };
const problems: string[] = [];

function membersOf(value: Json | undefined): Readonly<Record<string, Json>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : undefined;
}

function isUnknown(value: Json | undefined): boolean {
  const members = membersOf(value);
  return members !== undefined && ('$unknown' in members || '$error' in members);
}

function compare(place: string, theirs: Json | undefined, ours: Json | undefined): void {
  if (isUnknown(theirs) || isUnknown(ours)) {
    countUnknown(place, theirs, ours);
    return;
  }
  if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length) {
    for (const [index, one] of theirs.entries()) compare(`${place}[${index}]`, one, ours[index]);
    return;
  }
  const [left, right] = [membersOf(theirs), membersOf(ours)];
  if (left && right) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    for (const name of names) compare(`${place}.${name}`, left[name], right[name]);
    return;
  }
  comparePlain(place, JSON.stringify(theirs), JSON.stringify(ours));
}

function comparePlain(place: string, theirs: string | undefined, ours: string | undefined): void {
  if (theirs === ours) count.equal += 1;
  else problems.push(`${place}: ${theirs}, here ${ours}`);
}

function countUnknown(place: string, theirs: Json | undefined, ours: Json | undefined): void {
  if (isUnknown(theirs) && isUnknown(ours)) {
    count.unknown += 1;
    return;
  }
  count[isUnknown(theirs) ? 'knownHereAlone' : 'unknownHereAlone'] += 1;
  console.log(`one side alone knows ${place}: ${JSON.stringify(theirs)}, here ${JSON.stringify(ours)}`);
}

interface Answer {
  readonly type: string;
  readonly values: Json;
}

/** Returns the output of HashiCorp's evaluator for resources, data sources, and outputs of the root. */
function answersOf(folder: string): Readonly<Record<string, Json>> {
  const text = execFileSync(evaluator, ['-all', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e9,
  });
  const all = JSON.parse(text) as Readonly<Record<string, Answer>>;
  const intended = Object.entries(all).filter(
    ([address, { type }]) =>
      !['module', 'variable', 'local'].includes(type) &&
      (type !== 'output' || !address.startsWith('module.')),
  );
  return Object.fromEntries(intended.map(([address, { values }]) => [address, withoutNote(values)]));
}

function withoutNote(values: Json): Json {
  const members = membersOf(values);
  if (members === undefined) return values;
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== '$unknownInstances'));
}

const files = globSync('**/*.tf', { cwd: corpus });
const folders = [...new Set(files.map((file) => dirname(file)))].toSorted();
const times: number[] = [];
let compared = 0;
for (const folder of folders) {
  const path = join(corpus, folder).replaceAll('\\', '/');
  const theirs = answersOf(path);
  const start = performance.now();
  const { resources, outputs } = readTerraformFolder(path, disk);
  times.push(performance.now() - start);
  const word = ({ key }: { readonly key: string }): string => key;
  const ours = new Map<string, Json>(resources.map((one) => [one.address, printed(one.values, word)]));
  for (const [name, value] of outputs) ours.set(`output.${name}`, printed(value, word));
  for (const address of new Set([...Object.keys(theirs), ...ours.keys()])) {
    compared += 1;
    compare(`${folder} ${address}`, theirs[address], ours.get(address));
  }
}
const sorted = times.toSorted((a, b) => a - b);
const sum = Math.round(times.reduce((total, one) => total + one, 0));
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(
  `${files.length} files in ${folders.length} folders, ${compared} resources and outputs: ${JSON.stringify(count)}`,
);
console.log(
  `${sum} ms, ${(sum / files.length).toFixed(1)} ms a file; a folder: median ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms, most ${Math.round(sorted.at(-1) ?? 0)} ms`,
);
console.log(`${count.equal + count.unknown} passed, ${problems.length} failed`);
process.exit(problems.length === 0 ? 0 : 1);
