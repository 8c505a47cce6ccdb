import { expect, it } from 'vitest';
import { createDisplay, duration } from '../../../scripts/display.mjs';
import type { Step } from '../../../scripts/steps.mjs';

const run = (): Promise<void> => Promise.resolve();
const packages: Step = { name: 'npm packages', kind: 'install', seconds: 30, run };
const build: Step = { name: 'build', after: ['npm packages'], seconds: 5, run };

/** Records what a display writes to a stream, and what a terminal shows of it in the end. */
function recorded(options: { isTerminal: boolean; showsTimeLeft?: boolean }) {
  let text = '';
  const stream = { columns: 80, write: (more: string) => void (text += more) };
  const display = createDisplay([packages, build], { ...options, stream });
  const shown = (): string[] => {
    const lines: string[] = [];
    for (const part of text.split(/(?=\u001b\[\d+A\u001b\[0J)/)) {
      const up = /^\u001b\[(\d+)A\u001b\[0J/.exec(part);
      if (up) lines.splice(lines.length - Number(up[1]));
      lines.push(
        ...part
          .slice(up?.[0].length ?? 0)
          .split('\n')
          .slice(0, -1),
      );
    }
    return lines;
  };
  return { display, text: () => text, shown };
}

it('a log has a line for each step that ended, and marks installs', () => {
  const { display, text } = recorded({ isTerminal: false });
  display.started(packages);
  display.progressed(packages, 'half of it');
  display.ended({ step: packages, outcome: 'failed', seconds: 81 });
  display.ended({ step: build, outcome: 'blocked', seconds: 0 });
  display.stop();
  expect(text()).toBe('✗ install npm packages (1 min 21 s)\n– build (not run)\n');
});

it('a terminal shows running steps, their progress, and steps that wait for an install, until they end', () => {
  const { display, shown } = recorded({ isTerminal: true });
  display.started(packages);
  expect(shown()).toEqual(['  npm packages: 0 s', '  build (waits for npm packages)']);
  display.ended({ step: packages, outcome: 'passed', seconds: 3 });
  display.started(build);
  display.progressed(build, '1 of 2 files');
  display.ended({ step: build, outcome: 'passed', seconds: 2 });
  display.stop();
  expect(shown()).toEqual(['✓ install npm packages (3 s)', '✓ build (2 s)']);
});

it('the time left is shown when a step starts', () => {
  const { display, text } = recorded({ isTerminal: false, showsTimeLeft: true });
  display.started(packages);
  display.ended({ step: packages, outcome: 'passed', seconds: 20 });
  display.started(build);
  display.stop();
  expect(text()).toBe(
    '  npm packages… about 35 s left\n✓ install npm packages (20 s)\n  build… about 5 s left\n',
  );
});

it('durations are in seconds, then in minutes', () => {
  expect([0.4, 59.4, 60, 561].map(duration)).toEqual(['0 s', '59 s', '1 min 0 s', '9 min 21 s']);
});
