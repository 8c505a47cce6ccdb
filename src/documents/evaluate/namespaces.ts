import { reason } from '../../core/reason';
import { builtIn, callUserFunction } from './call-function';
import type { FunctionCallInput, Context, Handle, EvaluatedName } from './evaluator';
import { objectValue } from './make-value';
import type { Value } from './value';

abstract class NameHandle implements Handle {
  readonly is = 'handle';

  value(): Value {
    return { ...objectValue({}), rest: reason('unknown.broken') };
  }

  abstract member(name: string): EvaluatedName | undefined;
  abstract call(call: FunctionCallInput): EvaluatedName | undefined;
}

/** `az` and `sys`: the built-in functions of the languages, even if a declaration has the same name. */
export class Namespace extends NameHandle {
  member(): undefined {
    return undefined;
  }

  call(call: FunctionCallInput): Value {
    return builtIn(call);
  }
}

/** `import * as name`: the exports of another file. */
export class ImportedFile extends NameHandle {
  constructor(private readonly file: Context) {
    super();
  }

  member(name: string): Value | undefined {
    return this.file.variable(name);
  }

  call(call: FunctionCallInput): EvaluatedName | undefined {
    const found = this.file.userFunction(call.name);
    return found === undefined ? undefined : callUserFunction(found, call);
  }
}

/** Returns the namespace with this name, if no declaration has it. */
export function namespaceNamed(name: string): Namespace | undefined {
  return name === 'az' || name === 'sys' ? new Namespace() : undefined;
}
