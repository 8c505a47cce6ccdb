/* Entry point of `npm run fuzz -- --bad`. Arguments: FOLDER PROGRAM. The last line is `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slowFiles } from '../support/slow-files';
import type { BadInput } from './bad-input';
import { badInputs } from './bad-inputs';
import { badMessages } from './bad-messages';
import { badOptions } from './bad-options';
import { deepInputs } from './deep-inputs';

const [folder = '', program = ''] = process.argv.slice(2);

const limits = { seconds: 2, megabytes: 300 };

/**
 * Prints the CPU time and memory of the process at its end. On a shared machine, the wall clock mostly shows the work
 * of others.
 */
const printsUse =
  "--import=data:text/javascript,import{isMainThread}from'node:worker_threads';isMainThread&&process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();console.error('%25%25'+(u+s)/1e6+'%25%25'+m/1e3)})";

interface Ran {
  readonly status: number | null;
  readonly reported: string;
  readonly seconds: number;
  readonly megabytes: number;
}

function ran(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 100_000_000,
    env: { ...process.env, LANG: 'en', NODE_OPTIONS: printsUse },
  });
  const [overrides = '', seconds = 'NaN', megabytes = 'NaN'] = stderr.split('%%');
  return {
    status,
    reported: `${overrides}${stdout}`.trim(),
    seconds: Number(seconds),
    megabytes: Number(megabytes),
  };
}

function wrongWith({ status, reported, seconds, megabytes }: Ran): string | undefined {
  if (status === null || status > 3) return `ended with ${status}`;
  if (reported === '') return 'said nothing';
  if (/\n {4}at /.test(reported)) return 'fell';
  if (!(seconds <= limits.seconds)) return `took more than ${limits.seconds} s`;
  return megabytes <= limits.megabytes ? undefined : `held more than ${limits.megabytes} MB`;
}

let failed = 0;
let passed = 0;
const slowLength = 40_000;
const deepSize = 2000;
const deep = Object.fromEntries(
  Object.entries(deepInputs).map(([name, grow]) => [`${name}, ${deepSize}`, grow(deepSize)]),
);
function write(files: BadInput): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

interface Attempt {
  readonly what: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly also?: (one: Ran) => string | undefined;
}

function attempt({ what, args, input, also }: Attempt): void {
  const one = ran(args, input);
  const wrong = wrongWith(one) ?? also?.(one);
  if (wrong === undefined) passed += 1;
  else failed += 1;
  const figures = `${one.seconds.toFixed(1)} s ${Math.round(one.megabytes)} MB, ends with ${one.status}`;
  console.log(`${wrong === undefined ? '✓' : '✗'} ${what}: ${wrong ?? ''} ${figures}`);
  if (wrong !== undefined) console.log(`    ${one.reported.slice(0, 300)}`);
}

for (const [what, files] of Object.entries({ ...badInputs, ...deep, ...slowFiles(slowLength) })) {
  write(files);
  const file = files[0]?.[0] ?? '';
  for (const command of ['check', 'resolve']) attempt({ what: `${command} ${what}`, args: [command, file] });
}
for (const [what, { files, args }] of Object.entries(badOptions)) {
  write(files);
  attempt({ what, args });
}
const list = '{"jsonrpc":"2.0","id":8,"method":"tools/list"}';
for (const [what, message] of Object.entries(badMessages)) {
  const also = ({ reported }: Ran): string | undefined => {
    const isAnswered = !message.includes('"id":7') || reported.includes('"id":7');
    return isAnswered && reported.includes('"id":8') ? undefined : 'didn’t answer';
  };
  attempt({ what: `mcp with ${what}`, args: ['mcp'], input: `${message}\n${list}\n`, also });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
