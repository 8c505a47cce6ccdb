import type { Cause } from '../../../core/cause';
import { causeTitle } from '../../../wording/cause-text';
import type { SubnetTarget } from '../model/node';
import type { TreesPorts } from '../ports';
import { formatList } from '../../../messages/format-list';

/** A watched subnet that a change broke. */
export interface Broken {
  readonly target: SubnetTarget;
  readonly name: string;
  /** Causes of the flows that fail now and didn't fail before. They contain only these flows. */
  readonly causes: readonly Cause[];
}

/** Shows one notification for everything that one read found. */
export function notifyBroken(ports: TreesPorts, broken: readonly Broken[], quieten: () => void): void {
  const { say, offer, showSubnet } = ports;
  const [first] = broken;
  if (!first) return;
  const { name, causes } = first;
  const what = formatList(
    say,
    causes.map((one) => causeTitle(say, one)),
  );
  const message =
    broken.length === 1
      ? say('watch.broken', { name, n: causes.length, what })
      : say('watch.brokenSeveral', {
          names: formatList(
            say,
            broken.map((one) => one.name),
          ),
        });
  offer(message, [
    { label: say('watch.show'), run: () => void showSubnet(first.target) },
    { label: say('watch.quiet', { n: broken.length }), run: quieten },
  ]);
}
