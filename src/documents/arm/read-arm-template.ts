import { createScanner } from 'jsonc-parser';
import { directiveText } from '../source/directive-text';
import type { DeploymentScope, DirectiveComment, SyntaxFault, Template } from '../template/template';
import { jsonMemberText, type JsonComment, type JsonFault, type JsonNode } from './json-node';
import { lowerFunctions, lowerOutputs, lowerParameters, lowerVariables } from './lower-declarations';
import { lowerResources } from './lower-resources';
import type { ArmLowering, TemplateLowering } from './lowering';
import { readJson } from './read-json';

/**
 * Reads the ARM template `text` of the file `file`. Never throws: from a text that is incomplete, or isn't a template,
 * everything readable is returned. `errors` lists the places that are invalid.
 */
export function readArmTemplate(file: string, text: string): Template {
  const { root, comments, faults } = readJson(text);
  const errors: SyntaxFault[] = faults.map((one) => faultIn(file, one));
  const template = lowerTemplate({ file, text, faults: errors }, root);
  return { ...template, directives: comments.flatMap((one) => directiveOf(file, one)), errors };
}

/** True if a text declares itself a template. It's cheap, so that every JSON file of a folder can be checked. */
export function isArmTemplate(text: string): boolean {
  const found = /"\$schema"\s*:\s*"[^"]*\/(?:\w+D|d)eploymentTemplate\.json/.exec(text);
  if (!found) return false;
  // `$schema` is almost always the first member. Further down, it may belong to a template inside another object.
  return found.index < atBeginning || isMemberOfRoot(text, found.index);
}

const atBeginning = 5_000;

function isMemberOfRoot(text: string, at: number): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind = scanner.scan(); kind !== end && scanner.getTokenOffset() < at; kind = scanner.scan()) {
    if (opening.includes(kind)) depth += 1;
    if (closing.includes(kind)) depth -= 1;
  }
  return depth === 1;
}

/** The scanner's token kinds. Its own enum doesn't exist at run time. */
const [opening, closing, end] = [[1, 3], [2, 4], 17];

function lowerTemplate(given: ArmLowering, root: JsonNode): Template {
  const lowering: TemplateLowering = { ...given, lowerTemplate };
  return {
    file: lowering.file,
    language: 'arm',
    scope: scopeOf(jsonMemberText(root, '$schema') ?? ''),
    parameters: lowerParameters(lowering, root),
    variables: lowerVariables(lowering, root),
    functions: lowerFunctions(lowering, root),
    ...lowerResources(lowering, root),
    outputs: lowerOutputs(lowering, root),
    imports: [],
    directives: [],
    errors: [],
  };
}

const scopes: readonly (readonly [string, DeploymentScope])[] = [
  ['subscriptiondeploymenttemplate', 'subscription'],
  ['managementgroupdeploymenttemplate', 'managementGroup'],
  ['tenantdeploymenttemplate', 'tenant'],
];

function scopeOf(schema: string): DeploymentScope {
  const lower = schema.toLowerCase();
  return scopes.find(([name]) => lower.includes(name))?.[1] ?? 'resourceGroup';
}

function faultIn(file: string, { key, start, end }: JsonFault): SyntaxFault {
  return { key, values: {}, place: { file, start, end } };
}

function directiveOf(file: string, { text, start, end }: JsonComment): readonly DirectiveComment[] {
  const directive = directiveText(text);
  return directive === undefined ? [] : [{ text: directive, place: { file, start, end } }];
}
