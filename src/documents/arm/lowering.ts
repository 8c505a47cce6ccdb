import type { SourceRange } from '../source/source-range';
import type { SyntaxFault, Template } from '../template/template';
import type { JsonMember, JsonNode } from './json-node';

/** What the parts of a file share while they are read. */
export interface ArmLowering {
  readonly file: string;
  readonly text: string;
  readonly faults: SyntaxFault[];
}

/** Reads a template inside a file; handed on, since templates and resources hold each other. */
type LowerTemplate = (lowering: ArmLowering, node: JsonNode) => Template;

/** What is shared where templates may stand inside. */
export interface TemplateLowering extends ArmLowering {
  readonly lowerTemplate: LowerTemplate;
}

/** The place of a JSON value. */
export function armRange(
  { file }: ArmLowering,
  { start, end }: Pick<JsonNode, 'start' | 'end'>,
): SourceRange {
  return { file, start, end };
}

/** The place of a member's name, quotes included. */
export function keyPlaceOf({ file }: ArmLowering, { keyStart, keyEnd }: JsonMember): SourceRange {
  return { file, start: keyStart, end: keyEnd };
}

/** From a member's name to the end of its value. */
export function memberPlaceOf({ file }: ArmLowering, { keyStart, value }: JsonMember): SourceRange {
  return { file, start: keyStart, end: value.end };
}
