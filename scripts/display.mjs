// Shows running steps: in a terminal, a few lines that change; in a log, a line for each end, and an occasional
// progress line.
import { secondsLeft } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const secondsBetweenLines = 20;
const marks = { passed: '✓', failed: '✗', blocked: '–' };

/** @param {number} seconds @returns {string} `8 s`, `1 min 20 s` */
export function duration(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * @param {readonly Step[]} steps
 * @param {object} [options]
 * @param {{ write(text: string): void; isTTY?: boolean; columns?: number }} [options.stream]
 * @param {boolean} [options.showsTimeLeft]
 * @param {boolean} [options.isTerminal] whether lines may change after they were written
 * @returns {import('./steps.mjs').StepWatcher & { stop(): void }}
 */
export function createDisplay(
  steps,
  {
    stream = process.stdout,
    showsTimeLeft = false,
    isTerminal = stream.isTTY === true && process.env['CI'] === undefined,
  } = {},
) {
  /** @type {Map<Step, { since: number; progress: string }>} */
  const running = new Map();
  /** @type {Set<string>} */
  const ended = new Set();
  let drawn = 0;
  let quietSince = performance.now();

  /** @param {{ since: number }} one */
  const secondsOf = ({ since }) => (performance.now() - since) / 1000;

  /** Returns the steps for which the others wait. */
  function waits() {
    const waiting = steps.filter((step) => !ended.has(step.name) && !running.has(step));
    return waiting.flatMap(({ name, after = [] }) => {
      const installs = [...running.keys()].filter((one) => one.kind && after.includes(one.name));
      return installs.length === 0
        ? []
        : [`${name} (waits for ${installs.map((one) => one.name).join(', ')})`];
    });
  }

  function timeLeft() {
    const elapsed = new Map([...running].map(([{ name }, one]) => [name, secondsOf(one)]));
    return `about ${duration(secondsLeft(steps, { elapsed, ended }))} left`;
  }

  /** @returns {string[]} */
  function now() {
    const lines = [...running].map(([{ name }, one]) => {
      const progress = one.progress === '' ? '' : `, ${one.progress}`;
      return `${name}: ${duration(secondsOf(one))}${progress}`;
    });
    const waiting = waits();
    return [
      ...lines,
      ...(waiting.length > 0 ? [waiting.join(', ')] : []),
      ...(showsTimeLeft && running.size > 0 ? [timeLeft()] : []),
    ];
  }

  function erase() {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  }

  function draw() {
    const width = stream.columns || 80;
    const lines = now().map((line) => `  ${line}`.slice(0, width - 1));
    stream.write(lines.map((line) => `${line}\n`).join(''));
    drawn = lines.length;
  }

  function tick() {
    if (isTerminal) {
      erase();
      draw();
    } else if ((performance.now() - quietSince) / 1000 >= secondsBetweenLines && running.size > 0) {
      quietSince = performance.now();
      stream.write(`  … ${now().join(' · ')}\n`);
    }
  }

  /** @param {string} line */
  function print(line) {
    erase();
    stream.write(`${line}\n`);
    quietSince = performance.now();
    if (isTerminal) draw();
  }

  const timer = setInterval(tick, 1000);
  return {
    started: (step) => {
      running.set(step, { since: performance.now(), progress: '' });
      if (showsTimeLeft && !isTerminal) print(`  ${step.name}… ${timeLeft()}`);
      else tick();
    },
    progressed: (step, progress) => {
      const one = running.get(step);
      if (one) one.progress = progress;
    },
    ended: ({ step, outcome, seconds }) => {
      running.delete(step);
      ended.add(step.name);
      const kind = step.kind ? `${step.kind} ` : '';
      const time = outcome === 'blocked' ? 'not run' : duration(seconds);
      print(`${marks[outcome]} ${kind}${step.name} (${time})`);
    },
    stop: () => {
      clearInterval(timer);
      erase();
    },
  };
}
