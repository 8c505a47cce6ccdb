import { reason } from '../../core/reason';
import type { ProofOptions } from '../../file-checks/edits/examined-proof';
import type { Say } from '../../messages/say';
import { shortDescription } from '../../wording/short-description';
import { wordReason } from '../../wording/reason-words';
import type { Asked } from '../answers/answer';
import { askedOf } from '../answers/asked-of';
import { isAmong } from '../choose-subnets';
import { withCloud } from '../cloud-of-files';
import { namedTemplate } from '../named-template';
import type { CheckOptions } from '../options';
import { tellRegion } from '../require-said';
import { withSlashes, worldOf } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import type { ExitCode, Terminal } from '../terminal';
import { chosenSubnets } from './chosen-subnets';
import { closeRest, type ClosedTemplate } from './close-rest';
import { elsewhereIn, type ComputesElsewhere } from './computes-elsewhere';
import { fixOptions, type FixOptions } from './fix-options';
import { fixReport } from './fix-report';
import { fixTemplate, isLeftAt } from './fix-template';
import { sourcesToFix, templatesToFix } from './templates-to-fix';

/**
 * Writes every proven fix into the templates that are named, or reports with `--dry-run` what it would write. Ends with 1
 * where something is left at the severity of `--fail-on`. With `--close-the-rest` it writes that alone.
 */
export async function fix(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const given = fixOptions(args);
  const asked = await askedOf(terminal, await withCloud(terminal, given.check));
  tellRegion(terminal, asked.options, asked.tags);
  // All of them are there before one is written.
  const { templates, exports, failures } = await templatesToFix(terminal, asked);
  const { root } = asked.options;
  for (const name of templates) {
    requireNoLinkOut(terminal, name, root);
    await namedTemplate(terminal, name, asked.options);
  }
  const elsewhere = elsewhereIn(await sourcesToFix(terminal, templates, asked));
  let isLeft = false;
  for (const name of templates) {
    isLeft = (await fixOne(terminal, name, { given, asked, elsewhere })) || isLeft;
  }
  for (const file of exports) {
    terminal.out(`${wordReason(terminal.say, reason('terminal.fix.export', { file }))}\n`);
  }
  for (const { because } of failures) terminal.error(`${wordReason(terminal.say, because)}\n`);
  if (failures.length > 0) return 3;
  return isLeft ? 1 : 0;
}

interface Given {
  readonly given: FixOptions;
  readonly asked: Asked;
  /** Compute resources of the other templates. */
  readonly elsewhere: readonly ComputesElsewhere[];
}

/** Fixes one template, which a file before it may have changed: a module, say. True where something is left. */
async function fixOne(
  terminal: Terminal,
  name: string,
  { given, asked, elsewhere }: Given,
): Promise<boolean> {
  const { options, tags, effective } = asked;
  const { root, options: own, parameters: choice } = await namedTemplate(terminal, name, options);
  const world = await worldOf(terminal, root, own);
  const { choose, named } = chosenSubnets({ subnets: options.subnets, effective, elsewhere });
  const parameters = own.params === undefined ? {} : { parameters: withSlashes(own.params) };
  const first = options.subnets.length === 0 ? {} : { isFirst: isAmong(options.subnets) };
  const { say } = terminal;
  const { isDry, allowed } = given;
  const proofOptions: ProofOptions = {
    options: { said: options, facts: { tags }, choose, ...first, ...parameters },
    describe: (why) => shortDescription(say, why),
  };
  if (given.closes) {
    const closed = await closeRest(withSlashes(root.name), world, { ...proofOptions, say });
    if (!closed) return false;
    if (!isDry) await writeAll(terminal, closed.texts, options);
    terminal.out(closedReport(say, root.name, { closed, isDry }));
    return false;
  }
  const wanted = { fixesHints: options.failOn === 'info', allowed, subnets: named };
  const fixed = await fixTemplate(withSlashes(root.name), world, { ...proofOptions, ...wanted });
  if (!fixed) return false;
  if (!isDry) await writeAll(terminal, fixed.texts, options);
  terminal.out(fixReport(say, root.name, { fixed, isDry, parameters: choice ? [choice] : [] }));
  return fixed.left.some((one) => isLeftAt(one, options.failOn));
}

async function writeAll(
  terminal: Terminal,
  texts: ReadonlyMap<string, string>,
  { root }: Pick<CheckOptions, 'root'>,
): Promise<void> {
  for (const file of texts.keys()) requireNoLinkOut(terminal, file, root);
  await terminal.writeFiles(texts);
}

/** Throws `UnreadableFile` where to write a file would write one outside of its project. */
function requireNoLinkOut({ leadsOut }: Terminal, name: string, root: string | undefined): void {
  const way = leadsOut(name, root);
  if (way) throw new UnreadableFile(reason('terminal.linkOut.write', { ...way }));
}

function closedReport(
  say: Say,
  file: string,
  { closed, isDry }: { readonly closed: ClosedTemplate; readonly isDry: boolean },
): string {
  if (closed.closed.length === 0) return `${say('terminal.closing.none', { file })}\n`;
  const head = say(isDry ? 'terminal.closing.would' : 'terminal.closing.done', { file });
  const lines = closed.closed.flatMap(({ title, written, closes, notes }) => [
    `    ${title}`,
    ...[written, ...closes, ...notes].map((one) => `        ${one}`),
  ]);
  return `${[head, ...lines].join('\n')}\n`;
}
