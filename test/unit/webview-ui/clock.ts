import type { Later } from '../../../webview-ui/src/wizard/announcer';

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** Returns a clock that stands still until the test advances it. */
export function clock(): { readonly later: Later; readonly pass: (milliseconds: number) => void } {
  let now = 0;
  let waiting: Waiting[] = [];
  return {
    later: (run, milliseconds) => {
      const one = { at: now + milliseconds, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass: (milliseconds) => {
      const until = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter((one) => one.at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.run();
      }
      now = until;
    },
  };
}
