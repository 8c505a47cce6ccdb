import type { Expression, Loop, Member, Spread } from '../template/expression';
import type { Deployable, ModuleDeclaration, ResourceDeclaration, Template } from '../template/template';

/** Maximum depth of variables that refer to each other. More than hand-written files have, and safe for the stack. */
const maxDepth = 200;

/**
 * A reference from a declaration to another one, or to the loop iteration with the index that an expression returns.
 */
export interface DeployableName {
  readonly on: Deployable;
  readonly item: Expression | null;
  /** False if the iteration isn't known. */
  readonly isCertain: boolean;
}

/** Names in a Bicep file that refer to deployed resources or modules, directly or through variables. */
export class NamedInBicep {
  private readonly deployed: ReadonlyMap<string, Deployable>;
  private readonly variables = new Map<string, readonly DeployableName[]>();
  private depth = 0;
  private wasTooDeep = false;
  private readonly parents = new Map<Deployable, ResourceDeclaration>();

  constructor(private readonly template: Template) {
    const { resources, modules } = template;
    this.deployed = new Map(
      [...resources, ...modules].flatMap((one) => (one.symbol ? [[one.symbol, one]] : [])),
    );
    const adopt = (parent: ResourceDeclaration): void => {
      for (const child of parent.children) {
        this.parents.set(child, parent);
        adopt(child);
      }
    };
    resources.forEach(adopt);
  }

  /**
   * Returns everything that a declaration refers to, which Bicep makes a dependency. A nested resource depends on its
   * parent.
   */
  by(declaration: Deployable): readonly DeployableName[] {
    const parent = this.parents.get(declaration);
    const own = new Walk((name) => this.named(name, declaration));
    own.inLoop(declaration.loop, () => {
      own.readsNumbers();
      for (const one of partsOf(declaration)) own.visit(one);
    });
    const found = parent ? [withoutIndex(parent), ...own.found] : own.found;
    return found.filter(({ on }) => on !== declaration);
  }

  /** Resolves a name in a declaration: a nested or enclosing resource, a declaration of the file, or a variable. */
  private named(name: string, from: Deployable): readonly DeployableName[] {
    for (let at: Deployable | undefined = from; at; at = this.parents.get(at)) {
      const child = 'children' in at && at.children.find(({ symbol }) => symbol === name);
      if (child) return [withoutIndex(child)];
    }
    const found = this.deployed.get(name);
    return found ? [withoutIndex(found)] : this.ofVariable(name);
  }

  /** True if variables refer to each other so deeply that not all of them were followed. */
  get isPartial(): boolean {
    return this.wasTooDeep;
  }

  private deeper(doIt: () => void): void {
    if (this.depth >= maxDepth) {
      this.wasTooDeep = true;
      return;
    }
    this.depth += 1;
    doIt();
    this.depth -= 1;
  }

  private ofVariable(name: string): readonly DeployableName[] {
    const known = this.variables.get(name);
    if (known) return known;
    // A variable that refers to itself is a fault, and doesn't add further references.
    this.variables.set(name, []);
    const variable = this.template.variables.find((one) => one.name === name);
    if (!variable) return [];
    const walk = new Walk((inner) => {
      const found = this.deployed.get(inner);
      return found ? [withoutIndex(found)] : this.ofVariable(inner);
    });
    this.deeper(() => walk.visit(variable.value));
    this.variables.set(name, walk.found);
    return walk.found;
  }
}

function withoutIndex(on: Deployable): DeployableName {
  return { on, item: null, isCertain: true };
}

/** Returns the expressions of a declaration in which its loop variables are in scope. */
function partsOf(declaration: Deployable): readonly unknown[] {
  if ('children' in declaration) return [declaration.condition, declaration.body];
  const { condition, name, scope, parameters, dependsOn, source } = declaration;
  return [condition, name, scope, parameters, dependsOn, templateIn(source)];
}

/** Expressions in a nested template refer to declarations of the file. */
function templateIn(source: ModuleDeclaration['source']): Template | null {
  return source.is === 'inline' ? source.template : null;
}

/** Walks expressions, and excludes the names that loops and lambdas declare. */
class Walk {
  readonly found: DeployableName[] = [];
  private readonly bound: string[] = [];
  private known: number | null = null;

  constructor(private readonly named: (name: string) => readonly DeployableName[]) {}

  /**
   * Marks the names that are bound now. The indexes of loop items can use these names, but not the ones that are bound
   * later.
   */
  readsNumbers(): void {
    this.known = this.bound.length;
  }

  visit(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    if (isOfExpression(part)) this.visitExpression(part);
    else this.visitMembers(part);
  }

  private visitExpression(part: Visited): void {
    switch (part.is) {
      case 'name':
      case 'nested':
        this.found.push(...this.intended(part));
        break;
      case 'item':
        this.item(part);
        break;
      case 'for':
        this.inLoop(part.loop, () => this.visit(part.body));
        break;
      case 'lambda':
        this.binding(part.parameters, () => this.visit(part.body));
        break;
      default:
        this.visitMembers(part);
    }
  }

  private visitMembers(part: object): void {
    for (const one of Object.values(part)) this.visit(one);
  }

  inLoop(loop: Loop | null, inside: () => void): void {
    if (loop === null) return inside();
    this.visit(loop.over);
    this.binding([loop.item, loop.index ?? ''], () => {
      this.visit(loop.filter);
      inside();
    });
  }

  private binding(names: readonly string[], inside: () => void): void {
    this.bound.push(...names);
    inside();
    this.bound.length -= names.length;
  }

  private item(part: Expression & { readonly is: 'item' }): void {
    if (part.of.is === 'name' || part.of.is === 'nested') this.found.push(...this.intended(part));
    else this.visit(part.of);
    this.visit(part.index);
  }

  /** Resolves a name or `of::name`. */
  private intended(expression: Expression): readonly DeployableName[] {
    if (expression.is === 'name') {
      return this.bound.includes(expression.name) ? [] : this.named(expression.name);
    }
    if (expression.is === 'item') {
      const { index, of } = expression;
      const isKnown = index.is === 'literal' || this.known === this.bound.length;
      return this.intended(of).map((one) => {
        const isVariable = of.is === 'name' && of.name !== one.on.symbol;
        if (one.on.loop === null || isVariable) return one;
        return isKnown ? { ...one, item: index } : { ...one, isCertain: false };
      });
    }
    if (expression.is !== 'nested') return [];
    return this.intended(expression.of).flatMap(({ on, item, isCertain }) => {
      const child = 'children' in on && on.children.find(({ symbol }) => symbol === expression.name);
      return child ? [{ on: child, item: null, isCertain: isCertain && item === null }] : [];
    });
  }
}

type Visited = Expression | Member | Spread;

/** Returns whether an object is an expression. A module's source has `is` too, but no `place`. */
function isOfExpression(part: object): part is Visited {
  return 'is' in part && 'place' in part;
}
