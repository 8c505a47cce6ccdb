import type { CodeFormId } from '../core/code-forms';
import { reason, type Reason } from '../core/reason';
import { readBicep } from '../documents/bicep/read-bicep';
import { parseBicep } from '../documents/bicep/parser/parse';
import { parseHcl } from '../documents/hcl/parse-hcl';
import type { CodeContext } from '../plans/code/code-context';
import { codeFormFault, codeForms } from '../plans/code/code-forms';
import { bicepToInsert, terraformToInsert } from '../plans/code/code-to-insert';
import type { Plan } from '../plans/compute-plan';
import type { PlanSay } from '../plans/say';
import { insertArm } from './insert-arm';
import type { Insertion, OpenText } from './open-text';
import { endOfContinued, isInComment, isOpenInBash, isOpenInPython, pythonIndentAt } from './script-position';

interface InsertInput {
  readonly plan: Plan;
  readonly file: OpenText;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

/**
 * Returns the form of code that matches a VS Code language ID, or the name of a file whose language no extension
 * defines; undefined if none does.
 */
export function formOfDocument(language: string, path: string): CodeFormId | undefined {
  const forms = Object.entries(codeForms) as [CodeFormId, (typeof codeForms)[CodeFormId]][];
  const found =
    forms.find(([, { languages }]) => languages.includes(language)) ??
    (language === 'plaintext' ? forms.find(([, { extension }]) => path.endsWith(extension)) : undefined);
  return found?.[0];
}

/**
 * Inserts the compute resource of a plan as code at the cursor, without replacing text.
 * If code at the cursor would break the surrounding statement, it's inserted after that.
 */
export function insertCode(form: CodeFormId, inserting: InsertInput): Insertion {
  const fault = codeFormFault(form, inserting.plan);
  return fault ? refused(fault) : inserters[form](inserting);
}

const inserters: Readonly<Record<CodeFormId, (inserting: InsertInput) => Insertion>> = {
  bicep: insertBicep,
  arm: ({ plan, file, context, say }) => insertArm(plan, file, { context, say }),
  terraform: insertTerraform,
  yaml: insertYaml,
  python: insertPython,
  az: insertBash,
};

function refused(because: Reason): Insertion {
  return { is: 'refused', because };
}

function insertBicep({ plan, file, context, say }: InsertInput): Insertion {
  const { text } = file;
  const template = readBicep(text, 'open.bicep');
  if (template.scope !== 'resourceGroup') return refused(reason('insert.bicepScope'));
  const tree = parseBicep(text, 'open.bicep');
  const usedNames = new Set(tree.tokens.map(({ start, end }) => text.slice(start, end)));
  const entries = tree.root.entries.filter((one) => 'is' in one);
  return blocksAt(file, entries, bicepToInsert(plan, context, { usedNames, say }));
}

function insertTerraform({ plan, file, context, say }: InsertInput): Insertion {
  const usedNames = new Set([file.text, ...file.siblings].flatMap(addressesIn));
  const { body } = parseHcl(file.text, 'open.tf');
  const blocks = [...body.blocks, ...body.attributes].map(({ place }) => place);
  const code = terraformToInsert(plan, context, { usedNames, say });
  // The folder doesn't have a provider with that alias.
  if (/^ +provider += azurerm\./m.test(code)) return refused(reason('insert.otherSubscription'));
  return blocksAt(file, blocks, code);
}

function addressesIn(text: string): readonly string[] {
  return parseHcl(text, 'open.tf').body.blocks.map(({ type, labels }) => {
    const first = { variable: ['var'], resource: [] }[type] ?? [type];
    return [...first, ...labels.map((one) => one.text)].join('.');
  });
}

/** Inserts YAML into an empty file: the Azure ML CLI reads one compute resource per file. */
function insertYaml(inserting: InsertInput): Insertion {
  const { text } = inserting.file;
  const isEmpty = text.split(/\r\n|\r|\n/).every((line) => /^\s*(?:#.*)?$/.test(line));
  if (!isEmpty) return refused(reason('insert.yamlNotEmpty'));
  return linesAt({ ...inserting.file, indent: '  ' }, writtenText('yaml', inserting), '');
}

/** Inserts Python code between two statements, or in the block that the cursor's line opens. */
function insertPython(inserting: InsertInput): Insertion {
  const { file } = inserting;
  const { text, indent } = file;
  const offset = endOfContinued(text, file.offset);
  if (isOpenInPython(text.slice(0, offset))) return refused(reason('insert.inStatement'));
  const [start, end] = lineAround(text, offset);
  const before = pythonIndentAt(text, text.slice(start, end).trim() === '' ? start : end, indent);
  if (before === null) return refused(reason('insert.inStatement'));
  return linesAt({ ...file, offset }, writtenText('python', inserting), before);
}

function insertBash(inserting: InsertInput): Insertion {
  const { file } = inserting;
  const offset = endOfContinued(file.text, file.offset);
  if (isOpenInBash(file.text.slice(0, offset))) return refused(reason('insert.inStatement'));
  return linesAt({ ...file, offset }, asSubshell(writtenText('az', inserting)), '');
}

/** Returns the main file of a form, without fixes. */
function writtenText(form: CodeFormId, { plan, context, say }: InsertInput): string {
  return codeForms[form].write({ ...plan, fixes: [] }, context, say).files[0]?.text ?? '';
}

/** Wraps a script in a subshell, so that its `exit` and its variables don't affect the surrounding script. */
function asSubshell(script: string): string {
  const lines = script
    .replace(/^#!.*\n/, '')
    .trimEnd()
    .split('\n');
  let end: string | null = null;
  const inside = lines.map((line) => {
    const isDocument = end !== null;
    if (line === end) end = null;
    else if (!isDocument) end = /<<'(\w+)'/.exec(line)?.[1] ?? null;
    return isDocument || line === '' ? line : `  ${line}`;
  });
  return `(\n${inside.join('\n')}\n)\n`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Inserts declarations on separate lines, surrounded by empty lines, after the declaration at the cursor's line. */
function blocksAt(file: OpenText, declarations: readonly Span[], code: string): Insertion {
  const { text } = file;
  const [, lineEnd] = lineAround(text, file.offset);
  const around = declarations.find(({ start, end }) => start < lineEnd && file.offset < end);
  const offset = around?.end ?? file.offset;
  const [, at] = lineAround(text, offset);
  const from = Math.max(0, ...declarations.map(({ end }) => end).filter((end) => end <= at));
  if (isInComment(text.slice(from, at))) return refused(reason('insert.inStatement'));
  return linesAt({ ...file, offset }, code, '');
}

/** Inserts lines at the cursor's line if it's empty, otherwise after it. */
function linesAt({ text, offset, indent }: OpenText, code: string, before: string): Insertion {
  const [start, end] = lineAround(text, offset);
  const isEmpty = text.slice(start, end).trim() === '';
  const at = isEmpty ? start : end;
  const above = text.slice(0, at).trimEnd();
  const below = text.slice(at);
  const breaksAbove = above === '' ? 0 : 2 - Math.min(2, breaksIn(text.slice(above.length, at)));
  const found = breaksIn(/^\s*/.exec(below)?.[0] ?? '');
  const breaksBelow = Math.max(0, (below.trim() === '' ? 1 : 2) - found);
  const unit = code.includes('\n    ') && !/\n {2}\S/.test(code) ? '    ' : '  ';
  const lines = code.trimEnd().split('\n');
  const shown = lines.map((line) => indented(line, { unit, indent, before })).join('\n');
  return { is: 'insertion', at, text: `${'\n'.repeat(breaksAbove)}${shown}${'\n'.repeat(breaksBelow)}` };
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Returns the start and end of the line that contains an offset. */
function lineAround(text: string, offset: number): readonly [number, number] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = /\r?\n|\r/.exec(text.slice(offset));
  return [start, next ? offset + next.index : text.length];
}

/** Converts a line's indentation to that of the file. */
function indented(
  line: string,
  { unit, indent, before }: { readonly unit: string; readonly indent: string; readonly before: string },
): string {
  if (line === '') return '';
  const [spaces = ''] = /^ */.exec(line) ?? [];
  const levels = Math.floor(spaces.length / unit.length);
  return before + indent.repeat(levels) + line.slice(levels * unit.length);
}
