import { displayText } from '../../../core/text/display-text';
import type { FixTable } from '../../../contract/wizard/fix-preview';
import { valueOr, type Known } from '../../../core/known';
import type { Direction, Route, SecurityRule } from '../../../core/network/model';
import type { NewRoute, NewRule } from '../../../core/resource-change';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatHop } from '../../../wording/subject-text';

type Row = FixTable['rows'][number];

interface RuleTableInput {
  readonly group: string;
  readonly direction: Direction;
  readonly rules: readonly SecurityRule[];
  readonly added: readonly NewRule[];
  /** Names of removed rules. */
  readonly removed: readonly string[];
  /** “after the fix” */
  readonly when: string;
}

/** Builds the before-and-after table of an NSG in one direction: new rows in place, unchanged runs folded. */
export function ruleTable(say: Say, input: RuleTableInput): FixTable {
  const old = input.rules
    .filter((one) => valueOr(one.direction, input.direction) === input.direction)
    .map((one) => ({
      priority: valueOr(one.priority, 0),
      cells: ruleCells(say, one),
      mark: markOf(one, input.removed),
    }));
  const added = input.added.map((one) => ({
    priority: one.priority,
    cells: newRuleCells(say, one),
    mark: 'add' as const,
  }));
  const ordered = [...old, ...added].sort((a, b) => a.priority - b.priority);
  const direction = say(input.direction === 'Outbound' ? 'detail.outbound' : 'detail.inbound');
  const priorities = formatList(
    say,
    input.added.map((one) => String(one.priority)),
  );
  return {
    title: say('preview.tableTitle', { name: input.group, direction, when: input.when }),
    columns: ruleColumns(say),
    rows: folded(say, ordered, 'preview.foldRules'),
    note: priorities === '' ? null : say('preview.priorityNote', { n: input.added.length, priorities }),
  };
}

interface RouteTableInput {
  readonly table: string;
  readonly routes: readonly Route[];
  readonly added: readonly NewRoute[];
  readonly removed: readonly string[];
  readonly when: string;
}

/** Builds the before-and-after table of a route table. */
export function routeTableDiff(say: Say, { table, routes, added, removed, when }: RouteTableInput): FixTable {
  const old = routes.map((one) => ({ cells: routeCells(say, one), mark: markOf(one, removed) }));
  const fresh = added.map((one) => ({
    cells: [one.name, one.destination, formatHop(say, one)],
    mark: 'add' as const,
  }));
  return {
    title: say('preview.routeTitle', { name: table, when }),
    columns: columns(say, [
      ['preview.columnName', false],
      ['preview.columnDestination', false],
      ['preview.columnNextHop', false],
    ]),
    rows: folded(say, [...old, ...fresh], 'preview.foldRoutes'),
    note: null,
  };
}

/** Returns the columns of a rule table. */
export function ruleColumns(say: Say): FixTable['columns'] {
  return columns(say, [
    ['preview.columnPriority', true],
    ['preview.columnName', false],
    ['preview.columnAccess', false],
    ['preview.columnProtocol', false],
    ['preview.columnPort', false],
    ['preview.columnFrom', false],
    ['preview.columnTo', false],
  ]);
}

function columns(say: Say, keys: readonly (readonly [MessageKey, boolean])[]): FixTable['columns'] {
  return keys.map(([key, numeric]) => ({ label: say(key), numeric }));
}

interface Line {
  readonly cells: readonly string[];
  readonly mark: 'add' | 'remove' | 'same';
}

function markOf({ name }: { readonly name: string }, removed: readonly string[]): Line['mark'] {
  return removed.some((one) => one.toLowerCase() === name.toLowerCase()) ? 'remove' : 'same';
}

/**
 * Folds unchanged runs into one line. Rows next to a change stay: the one before it, and the one that denied the flow.
 */
function folded(say: Say, lines: readonly Line[], key: Extract<MessageKey, `preview.fold${string}`>): Row[] {
  const changes = (line: Line | undefined): boolean => line !== undefined && line.mark !== 'same';
  const stays = lines.map((line, index) => [line, lines[index - 1], lines[index + 1]].some(changes));
  const rows: Row[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const [only] = run;
    if (run.length === 1 && only) rows.push(plainRow(only));
    else if (run.length > 1) rows.push(foldRow(say, run, key));
    run = [];
  };
  lines.forEach((line, index) => {
    if (stays[index] !== true) {
      run.push(line);
      return;
    }
    close();
    rows.push(plainRow(line));
  });
  close();
  return rows;
}

function plainRow(line: Line): Row {
  const cells = line.cells.map((text) => ({ text: displayText(text), was: null }));
  return { mark: line.mark, cells, folded: [] };
}

function foldRow(say: Say, run: readonly Line[], key: Extract<MessageKey, `preview.fold${string}`>): Row {
  const first = displayText(run[0]?.cells[0] ?? '');
  const last = displayText(run.at(-1)?.cells[0] ?? '');
  const cells = [`${first}–${last}`, say(key, { n: run.length })].map((text) => ({ text, was: null }));
  return { mark: 'fold', cells, folded: run.map((line) => line.cells.map(displayText)) };
}

function ruleCells(say: Say, rule: SecurityRule): string[] {
  return [
    shown(say, rule.priority, String),
    rule.name,
    shown(say, rule.access, (value) => accessWord(say, value)),
    shown(say, rule.protocol, (value) => protocolWord(say, value)),
    shown(say, rule.destinationPorts, (value) => anyOr(say, value)),
    shown(say, rule.sources, (value) => anyOr(say, value)),
    shown(say, rule.destinations, (value) => anyOr(say, value)),
  ];
}

/** Returns the cells of a new rule. */
export function newRuleCells(say: Say, rule: NewRule): string[] {
  return [
    String(rule.priority),
    rule.name,
    accessWord(say, rule.access),
    protocolWord(say, rule.protocol),
    anyOr(say, rule.destinationPorts),
    anyOr(say, rule.sources),
    anyOr(say, rule.destinations),
  ];
}

function routeCells(say: Say, route: Route): string[] {
  const address = valueOr(route.nextHopAddress, null);
  return [
    route.name,
    shown(say, route.destination, String),
    shown(say, route.nextHop, (nextHop) => formatHop(say, { nextHop, nextHopAddress: address })),
  ];
}

function shown<T>(say: Say, value: Known<T>, word: (value: T) => string): string {
  return value.known ? word(value.value) : say('list.notReadable');
}

function accessWord(say: Say, access: 'Allow' | 'Deny'): string {
  return say(access === 'Allow' ? 'preview.allow' : 'preview.deny');
}

function protocolWord(say: Say, protocol: string): string {
  return protocol === '*' ? say('preview.any') : protocol.toUpperCase();
}

function anyOr(say: Say, values: readonly string[]): string {
  return values.map((one) => (one === '*' ? say('preview.any') : one)).join(', ');
}
