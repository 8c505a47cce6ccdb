import { writtenIn } from '../evaluate/written-in';
import type { Value } from '../evaluate/value';
import type { Expression } from '../template/expression';
import { expressionsOf } from '../template/expressions-of';
import type { Deployable } from '../template/template';
import type { Dependencies, Dependency, Instance } from './dependency';

/** Names by which the resources of an ARM template refer to each other, in lowercase. */
export class WrittenInJson {
  private readonly names = new Map<string, Dependency[]>();

  constructor(instances: readonly Instance[]) {
    for (const one of instances) {
      const { declaration, index } = one;
      // One instance represents all iterations of a loop with unknown length.
      const isCertain = declaration.loop === null || index !== null;
      for (const name of namesOf(one)) this.add(name, { on: declaration, item: index, isCertain });
    }
    for (const { declaration } of instances) {
      const { symbol, loop } = declaration;
      // The name of the `copy` refers to the loop as a whole.
      if (loop) this.add(loop.item.replace(/^copy:/, ''), { on: declaration, item: null, isCertain: true });
      if (symbol !== null) this.add(symbol, { on: declaration, item: null, isCertain: true });
    }
  }

  /** Returns the dependencies of an instance: `dependsOn`, and the names in `reference` and `list…`. */
  by(instance: Instance): Dependencies {
    const { declaration } = instance;
    const list = dependsOnOf(declaration);
    const written = list ? this.listed(instance.read(list)) : nothing;
    const read = [...expressionsOf(partsOf(declaration))].flatMap((one) => this.readBy(instance, one));
    const all = [...written.all, ...read].filter(({ on }) => on !== declaration);
    return { all, mayBeMore: written.mayBeMore };
  }

  private add(name: string, dependency: Dependency): void {
    const key = name.toLowerCase();
    const others = this.names.get(key) ?? [];
    const isKnown = others.some(({ on, item }) => on === dependency.on && item === dependency.item);
    if (!isKnown) this.names.set(key, [...others, dependency]);
  }

  private listed(value: Value): Dependencies {
    if (value.is !== 'array') return { all: [], mayBeMore: value.is !== 'null' };
    const all = value.items.map((one) => this.named(one));
    const isUnread = all.some((one, at) => one.length === 0 && value.items[at]?.is !== 'text');
    return { all: all.flat(), mayBeMore: isUnread || value.rest !== null };
  }

  /** Returns everything with this name. If there are several, only Azure knows which one counts. */
  private named(value: Value): readonly Dependency[] {
    const written = writtenIn(value)?.toLowerCase();
    if (written === undefined) return [];
    const found = this.names.get(written) ?? this.itemNamed(written);
    return found.map((one) => ({ ...one, isCertain: one.isCertain && found.length === 1 }));
  }

  /** Resolves `name[0]`. */
  private itemNamed(written: string): readonly Dependency[] {
    const [, name = '', item] = /^(.*)\[(\d+)\]$/.exec(written) ?? [];
    return (this.names.get(name) ?? []).map((one) => ({ ...one, item: Number(item) }));
  }

  /**
   * Returns the dependencies of a call. `reference('name')` and `listKeys('name', …)` wait for the resource with that
   * name in the template ("Define the order for deploying resources in ARM templates", read 2026-11-29). The page
   * doesn't specify whether calls with an ID wait.
   */
  private readBy(instance: Instance, one: Expression): readonly Dependency[] {
    if (one.is !== 'call' || one.of !== null || !/^(?:reference|list.*)$/i.test(one.name)) return [];
    const [target] = one.arguments;
    if (!target) return [];
    const value = instance.read(target);
    const isId = writtenIn(value)?.startsWith('/') === true;
    return this.named(value).map((found) => ({ ...found, isCertain: found.isCertain && !isId }));
  }
}

const nothing: Dependencies = { all: [], mayBeMore: false };

/** Returns `id`, `name`, `type/name`, and the ID from its provider on. */
function namesOf(instance: Instance): readonly string[] {
  const { type } = instance;
  const id = writtenIn(instance.id());
  const name = writtenIn(instance.fullName());
  const relative = id
    ?.split(/\/providers\//i)
    .slice(1)
    .at(-1);
  return [
    ...(id === null ? [] : [id]),
    ...(name === null ? [] : [name, `${type}/${name}`]),
    ...(relative ? [relative] : []),
  ];
}

function dependsOnOf(declaration: Deployable): Expression | null {
  if (!('children' in declaration)) return declaration.dependsOn;
  const { body } = declaration;
  if (body.is !== 'object') return null;
  const found = body.members.find(
    (one) =>
      one.is === 'member' && one.key.is === 'literal' && String(one.key.value).toLowerCase() === 'dependson',
  );
  return found?.is === 'member' ? found.value : null;
}

/**
 * Returns the expressions in which a declaration can refer to others. A nested template with inner scope isn't
 * included, because its names are its own.
 */
function partsOf(declaration: Deployable): readonly Expression[] {
  if ('children' in declaration) return [declaration.body];
  const { name, parameters, source } = declaration;
  const outer = source.is === 'inline' && !source.inner ? [...expressionsOf(source.template)] : [];
  return [...(name ? [name] : []), ...(parameters ? [parameters] : []), ...outer];
}
