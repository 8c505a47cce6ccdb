import { reason } from '../../core/reason';
import type { Import, Template } from '../template/template';
import type { Context, DeclaredFunction, EvaluatedName } from './evaluator';
import { unknownValue } from './make-value';
import { ImportedFile } from './namespaces';

/** The imports of a template. */
export class Imports {
  private readonly files = new Map<string, Context | undefined>();

  constructor(
    private readonly template: Template,
    private readonly open: (path: string) => Context | undefined,
  ) {}

  /** Resolves an imported name, or returns undefined if it isn't imported. */
  named(name: string): EvaluatedName | undefined {
    for (const one of this.template.imports) {
      if (one.as === name) return this.importedFile(one);
      const item = one.names?.find(({ as }) => as === name);
      if (item !== undefined) return this.part(one, item.name);
    }
    return undefined;
  }

  userFunction(name: string): DeclaredFunction | undefined {
    const lowerName = name.toLowerCase();
    for (const one of this.template.imports) {
      const item = one.names?.find(({ as }) => as.toLowerCase() === lowerName);
      if (item !== undefined) return this.file(one)?.userFunction(item.name);
    }
    return undefined;
  }

  private importedFile(one: Import): EvaluatedName {
    const file = this.file(one);
    return file === undefined ? notThere(one) : new ImportedFile(file);
  }

  private part(one: Import, name: string): EvaluatedName {
    return this.file(one)?.variable(name) ?? notThere(one);
  }

  private file({ path }: Import): Context | undefined {
    if (!this.files.has(path)) this.files.set(path, this.open(path));
    return this.files.get(path);
  }
}

function notThere({ path }: Import): EvaluatedName {
  return unknownValue(reason('unknown.import', { file: path }));
}
