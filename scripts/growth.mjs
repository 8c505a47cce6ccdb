// Measures how the time of one result grows, and writes the table and the picture of docs/speed.md (npm run growth).
import { bundleProgram } from './bundle-program.mjs';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, packageProgram, root } from './places.mjs';
import { spawnProgram } from './run.mjs';

/** @typedef {{ n: number; ms: number }} GrowthPoint */
/** @typedef {{ what: string; points: readonly GrowthPoint[] }} Line */

const outfile = join(out, 'bench', 'growth.mjs');
await bundleProgram(['test/bench/growth.ts'], { outfile });
const text = execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
/** @type {{ measured: readonly Line[] }} */
const { measured } = JSON.parse(text.trim().split('\n').at(-1) ?? '');

const count = new Intl.NumberFormat('en');
/** @param {number} ms */
const time = (ms) => (ms < 10 ? ms.toPrecision(2) : String(Math.round(ms)));

const table = measured
  .map(({ what, points }) => {
    const head = `| ${what} | ${points.map(({ n }) => count.format(n)).join(' | ')} |`;
    const line = `| --- | ${points.map(() => '---').join(' | ')} |`;
    return `${head}\n${line}\n| ms | ${points.map(({ ms }) => time(ms)).join(' | ')} |`;
  })
  .join('\n\n');

const page = join(root, 'docs', 'speed.md');
const [before = '', after = ''] = readFileSync(page, 'utf8').split(/<!-- growth -->[^]*?<!-- \/growth -->/);
writeFileSync(page, `${before}<!-- growth -->\n\n${table}\n\n<!-- /growth -->${after}`);
writeFileSync(join(root, 'docs', 'pictures', 'growth.svg'), picture(measured));
await spawnProgram(process.execPath, [packageProgram('prettier'), '--write', '--log-level', 'warn', page]);
console.log(table);

/** Both axes are logarithmic: a straight line with slope one is proportional time. @param {readonly Line[]} all */
function picture(all) {
  const width = 640;
  const height = 300;
  const frame = { left: 60, right: 120, top: 16, bottom: 40 };
  const last = { n: 5, ms: 2 };
  const first = { n: 1, ms: -2 };
  /** @param {number} n */
  const x = (n) =>
    frame.left + ((Math.log10(n) - first.n) / (last.n - first.n)) * (width - frame.left - frame.right);
  /** @param {number} ms */
  const y = (ms) =>
    height -
    frame.bottom -
    ((Math.log10(ms) - first.ms) / (last.ms - first.ms)) * (height - frame.top - frame.bottom);
  const colors = ['#1a7f37', '#0969da', '#9a6700'];
  const dashes = ['', '6 3', '2 3'];
  /** @param {number} from @param {number} to */
  const tens = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const grid = [
    ...tens(first.n, last.n).map(
      (n) =>
        `<path d="M${x(n)} ${frame.top}V${height - frame.bottom}" stroke="#8c959f" stroke-opacity=".35"/>` +
        `<text x="${x(n)}" y="${height - 22}" text-anchor="middle">${count.format(n)}</text>`,
    ),
    ...tens(first.ms, last.ms).map(
      (ms) =>
        `<path d="M${frame.left} ${y(ms)}H${width - frame.right}" stroke="#8c959f" stroke-opacity=".35"/>` +
        `<text x="${frame.left - 6}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
    ),
  ];
  const lines = all.map(({ what, points }, index) => {
    const path = points.map(({ n, ms }) => `${x(n).toFixed(1)} ${y(ms).toFixed(1)}`).join('L');
    const end = points.at(-1) ?? { n: 10, ms: 1 };
    const look = `stroke="${colors[index]}" stroke-width="2" fill="none" stroke-dasharray="${dashes[index]}"`;
    return (
      `<path d="M${path}" ${look}/>` +
      `<text x="${x(end.n) + 6}" y="${y(end.ms) + 4}" fill="${colors[index]}">${what}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-label="Time of one result by number of rules, prefixes and routes" ` +
    `font-family="sans-serif" font-size="12" fill="#8c959f">${[...grid, ...lines].join('')}</svg>\n`
  );
}
