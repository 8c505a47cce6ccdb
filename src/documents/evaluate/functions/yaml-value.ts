import { CORE_SCHEMA, defineScalarTag, loadAll, mergeTag, NOT_RESOLVED, realMapTag } from 'js-yaml';
import { EvaluationError, tooComplex } from '../errors';
import { arrayValue, flagValue, nullValue, numberValue, objectValue, textValue } from '../make-value';
import type { Value } from '../value';

/** The compiler reads `1_000` as a number, as in YAML 1.1, and everything else as in YAML 1.2. */
const integer = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'+-0123456789'],
  resolve: (source) => integerOf(source) ?? NOT_RESOLVED,
  identify: () => false,
});

const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag, integer);

function integerOf(source: string): number | undefined {
  const [, sign, digits = ''] = /^([-+]?)(0x[\da-fA-F]+|0o[0-7]+|\d[\d_]*)$/.exec(source) ?? [];
  if (digits === '') return undefined;
  const size = Number(digits.replaceAll('_', '').replace(/^0+(?=\d)/, ''));
  return sign === '-' ? -size : size;
}

/** Maximum with aliases expanded. More than any hand-written file has. */
const mostValues = 100_000;

/**
 * Parses a YAML text, and of several documents only the first. Undefined if it isn't YAML.
 * @throws `EvaluationError`
 */
export function valueOfYaml(yaml: string): Value | undefined {
  const documents = documentsOf(yaml);
  return documents && documents.length > 0 ? new Conversion().of(documents[0]).value : undefined;
}

function documentsOf(yaml: string): readonly unknown[] | undefined {
  try {
    return loadAll(yaml, { schema });
  } catch {
    return undefined;
  }
}

interface Converted {
  readonly value: Value;
  /** Number of values, with each alias counted again. */
  readonly size: number;
}

/**
 * Converts parsed YAML. Aliases share their value, so that a few lines that double each other stay small. Above the
 * limit, the conversion throws.
 */
class Conversion {
  private readonly known = new Map<unknown, Converted>();
  private readonly running = new Set<unknown>();

  of(parsed: unknown): Converted {
    if (!Array.isArray(parsed) && !(parsed instanceof Map)) return { value: scalarOf(parsed), size: 1 };
    const before = this.known.get(parsed);
    if (before) return before;
    if (this.running.has(parsed)) throw new EvaluationError(tooComplex);
    this.running.add(parsed);
    const converted = Array.isArray(parsed) ? this.list(parsed) : this.mapping(parsed);
    this.running.delete(parsed);
    if (converted.size > mostValues) throw new EvaluationError(tooComplex);
    this.known.set(parsed, converted);
    return converted;
  }

  private list(items: readonly unknown[]): Converted {
    const all = items.map((one) => this.of(one));
    return { value: arrayValue(all.map(({ value }) => value)), size: sizeOf(all) };
  }

  private mapping(members: ReadonlyMap<unknown, unknown>): Converted {
    const all = [...members].map(([key, one]) => [keyOf(key), this.of(one)] as const);
    return {
      value: objectValue(new Map(all.map(([key, { value }]) => [key, value]))),
      size: sizeOf(all.map(([, one]) => one)),
    };
  }
}

function sizeOf(parts: readonly Converted[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1);
}

function scalarOf(parsed: unknown): Value {
  if (typeof parsed === 'string') return textValue(parsed);
  if (typeof parsed === 'number') return numberValue(parsed);
  return typeof parsed === 'boolean' ? flagValue(parsed) : nullValue();
}

/** Converts a key to text. The compiler writes Booleans in the notation of .NET. */
function keyOf(key: unknown): string {
  if (typeof key === 'boolean') return key ? 'True' : 'False';
  return typeof key === 'string' || typeof key === 'number' ? String(key) : '';
}
