import type { SourceRange } from '../source/source-range';
import type { SyntaxFault, Template } from '../template/template';
import type { JsonMember, JsonNode } from './json-node';

/** The state that the parts of a file share while they are lowered. */
export interface ArmLowering {
  readonly file: string;
  readonly text: string;
  readonly faults: SyntaxFault[];
}

/** Lowers a template inside a file. Passed as a value, because templates and resources contain each other. */
type LowerTemplate = (lowering: ArmLowering, node: JsonNode) => Template;

/** The shared state where nested templates are allowed. */
export interface TemplateLowering extends ArmLowering {
  readonly lowerTemplate: LowerTemplate;
}

/** Returns the place of a JSON value. */
export function armRange(
  { file }: ArmLowering,
  { start, end }: Pick<JsonNode, 'start' | 'end'>,
): SourceRange {
  return { file, start, end };
}

/** Returns the place of a member's name, including quotes. */
export function keyPlaceOf({ file }: ArmLowering, { keyStart, keyEnd }: JsonMember): SourceRange {
  return { file, start: keyStart, end: keyEnd };
}

/** Returns the place from a member's name to the end of its value. */
export function memberPlaceOf({ file }: ArmLowering, { keyStart, value }: JsonMember): SourceRange {
  return { file, start: keyStart, end: value.end };
}
