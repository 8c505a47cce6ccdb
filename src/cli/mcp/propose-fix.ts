import { lineBlocks } from '../../agent-tools/changed-lines';
import { checkToolResult, noSubnetStep, quotedNote } from '../../agent-tools/check-tool-result';
import { cutList, quotedNotes, quotedText, quotedValue, withinSize } from '../../agent-tools/shown-text';
import type { ToolResult } from '../../agent-tools/tool-results';
import type { CheckReport } from '../../contract/check-report';
import { permissionsOf, type FixPermission } from '../../core/fix-permissions';
import { reason } from '../../core/reason';
import { diagnosticRange, positionsIn } from '../../file-checks/diagnostic-range';
import type { FixedTemplate, UnfixedProblem } from '../../file-checks/edits/fix-template';
import { formatApartTitle, formatFixChanges } from '../../wording/fix-title';
import { formatProblem } from '../../wording/problem-text';
import { formatReason } from '../../wording/reason-text';
import { requirementName } from '../../wording/requirement-text';
import { fix } from '../fix/fix';
import { UsageError, type GivenOptions } from '../options';
import { shownName, type ToolRun } from './rooted-terminal';

type ProposedFix = ToolResult<'propose_fix'>;
type LeftProblem = ProposedFix['left'][number];

const mostChanges = 40;
const mostEdits = 60;
/** Maximum number of characters of a line in an edit. A truncated line wouldn’t be a valid edit. */
const longestLine = 5000;

/** Returns the edit that `fix` would write, and its effect. Nothing is written. */
export async function proposedFix(
  run: ToolRun,
  { check, checkAgain }: { readonly check: GivenOptions; readonly checkAgain: GivenOptions },
  allowed: readonly FixPermission[],
): Promise<ProposedFix> {
  const { terminal } = run;
  const { say } = terminal;
  const all: FixedTemplate[] = [];
  const code = await fix(
    { check, isDry: false, closes: false, allowed, onFixed: (one) => void all.push(one) },
    terminal,
  );
  const edits = await editsOf(run);
  const lineOf = await placesOf(run, all);
  const changes = cutList(
    all.flatMap(({ applied }) =>
      applied.flatMap((one) => [
        ...formatFixChanges(say, one),
        ...one.fix.notes.map((note) => formatReason(say, note)),
      ]),
    ),
    mostChanges,
  );
  const left = cutList(
    all.flatMap((one) => leftIn(run, one, lineOf)),
    mostChanges,
  );
  const shown = cutList(edits, mostEdits);
  const after = await checkedAgain(run, checkAgain);
  const isUnread = code === 3 || all.some(({ isCut }) => isCut) || after.notChecked.length > 0;
  const isChecked = !isUnread && after.counts.subnetsChecked > 0;
  return withinSize(
    {
      quoted: quotedNote,
      next: nextSteps({ edits: shown, left: left.shown, isUnread, after }),
      notes: quotedNotes(run.notes()),
      status:
        edits.length > 0 ? 'proposed' : left.shown.length > 0 || !isChecked ? 'no-fix' : 'nothing-to-fix',
      changes: changes.shown.map((one) => quotedText(one)),
      omittedChanges: changes.omitted,
      edits: shown.shown,
      omittedEdits: shown.omitted,
      left: left.shown,
      omittedLeft: left.omitted,
      notChecked: after.notChecked,
      omittedNotChecked: after.omittedNotChecked,
    },
    { left: 'omittedLeft', changes: 'omittedChanges', notChecked: 'omittedNotChecked' },
  );
}

/** Checks the files after the edit, to report what was read, and what is unknown. */
async function checkedAgain(
  { terminal }: ToolRun,
  given: GivenOptions,
): Promise<ToolResult<'check_network_files'>> {
  const { runCheck } = await import('../run-check');
  let printed = '';
  const code = await runCheck(given, { ...terminal, out: (text) => void (printed += text) });
  return checkToolResult(JSON.parse(printed) as CheckReport, {
    source: 'files',
    isClean: code === 0,
    notes: [],
    lineOf: () => undefined,
  });
}

/** Lines are shown as written. With changed characters, it would be a different edit. */
async function editsOf({ written, textOf, root }: ToolRun): Promise<ProposedFix['edits']> {
  const all = await Promise.all(
    [...written].map(async ([file, text]) =>
      lineBlocks(shownName(root, file), (await textOf(file)) ?? '', text),
    ),
  );
  const edits = all.flat();
  if (edits.some(({ before, after }) => [...before, ...after].some((line) => line.length > longestLine))) {
    throw new UsageError(reason('terminal.tool.longLine'));
  }
  return edits;
}

interface Proposed {
  readonly edits: { readonly shown: readonly unknown[]; readonly omitted: number };
  readonly left: readonly LeftProblem[];
  readonly isUnread: boolean;
  /** The check after the edit. */
  readonly after: ToolResult<'check_network_files'>;
}

function nextSteps({ edits, left, isUnread, after }: Proposed): string[] {
  return [
    ...(edits.shown.length > 0
      ? [
          'Nothing was written. Show changes and edits to the user, and apply the edits only after the user agreed. Lines are those of the files as they are now: apply blocks of a file from the last to the first.',
          'After the edit, run check_network_files again.',
        ]
      : []),
    ...(edits.omitted > 0
      ? ['The edit is not complete. Name fewer files, or apply the edits and call propose_fix again.']
      : []),
    ...(left.some(({ allow }) => allow.length > 0)
      ? ['A fix of a problem in left removes something or costs money. Ask the user, then set allow.']
      : []),
    ...(isUnread
      ? ['Something was not read or not checked. See notChecked and notes. Report it as unknown.']
      : after.status === 'nothing-checked'
        ? [noSubnetStep]
        : after.status === 'unknown'
          ? ['Some results are unknown. check_network_files lists them. Report them as unknown.']
          : []),
  ];
}

type PlaceOf = (problem: UnfixedProblem['problem']) => LeftProblem['at'];

/** Converts places in the texts after the edit. */
async function placesOf(run: ToolRun, all: readonly FixedTemplate[]): Promise<PlaceOf> {
  const files = new Set(all.flatMap(({ left }) => left.map(({ problem }) => problem.place.file)));
  const texts = new Map(
    await Promise.all(
      [...files].map(
        async (file) => [file, run.written.get(file) ?? (await run.textOf(file)) ?? ''] as const,
      ),
    ),
  );
  return ({ place }) => {
    const text = texts.get(place.file) ?? '';
    const { line, column } = positionsIn(text)(diagnosticRange(text, place).start);
    return quotedValue({ file: place.file, line: line + 1, column: column + 1 });
  };
}

function leftIn(
  { terminal: { say } }: ToolRun,
  { left, unreported }: FixedTemplate,
  placeOf: PlaceOf,
): readonly LeftProblem[] {
  return [
    ...left
      .filter(({ leftOut }) => leftOut !== 'ignored')
      .map((one): LeftProblem => {
        const { problem, withheld, because } = one;
        return {
          id: problem.id,
          severity: problem.severity,
          text: quotedText(formatProblem(say, problem)),
          at: placeOf(problem),
          because: withheld
            ? quotedText(formatApartTitle(say, withheld))
            : because
              ? quotedText(formatReason(say, because))
              : one.leftOut === 'hint'
                ? say('terminal.tool.info')
                : null,
          allow: withheld ? [...permissionsOf(withheld.fix.changes)] : [],
        };
      }),
    ...unreported.map(({ requirement, subnet, because }): LeftProblem => ({
      id: requirement,
      severity: 'warning',
      text: quotedText(say('terminal.fix.requirement', { subnet, name: requirementName(say, requirement) })),
      at: null,
      because: quotedText(formatReason(say, because)),
      allow: [],
    })),
  ];
}
