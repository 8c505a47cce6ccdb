import { requirementShortName } from '../../../wording/requirement-text';
import type { SubnetTarget } from '../model/node';
import type { TreesPorts } from '../ports';

/** A watched subnet that a change broke. */
export interface Broken {
  readonly target: SubnetTarget;
  readonly name: string;
  /** What is to fix now and was not before. */
  readonly requirements: readonly string[];
}

/** One message for all that one reading found. */
export function tellBroken(ports: TreesPorts, broken: readonly Broken[], quieten: () => void): void {
  const { say, offer, showSubnet } = ports;
  const [first] = broken;
  if (!first) return;
  const { name, requirements } = first;
  const what = listed(
    say,
    requirements.map((one) => requirementShortName(say, one)),
  );
  const message =
    broken.length === 1
      ? say('watch.broken', { name, n: requirements.length, what })
      : say('watch.brokenSeveral', {
          names: listed(
            say,
            broken.map((one) => one.name),
          ),
        });
  offer(message, [
    { label: say('watch.show'), take: () => void showSubnet(first.target) },
    { label: say('watch.quiet', { n: broken.length }), take: quieten },
  ]);
}

function listed(say: TreesPorts['say'], parts: readonly string[]): string {
  return new Intl.ListFormat(say.language).format(parts);
}
