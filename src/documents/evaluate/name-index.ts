import type { ParameterDeclaration, Template, UserFunction, Variable } from '../template/template';

/** Declarations of a template by name; in ARM JSON without regard to case. */
export class NameIndex {
  private readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  private readonly variables: ReadonlyMap<string, Variable>;
  private readonly functions: ReadonlyMap<string, UserFunction>;
  private readonly isArm: boolean;

  constructor({ language, parameters, variables, functions }: Template) {
    this.isArm = language === 'arm';
    this.parameters = new Map(parameters.map((one) => [this.key(one.name), one]));
    this.variables = new Map(variables.map((one) => [this.key(one.name), one]));
    this.functions = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  }

  parameter(name: string): ParameterDeclaration | undefined {
    return this.parameters.get(this.key(name));
  }

  variable(name: string): Variable | undefined {
    return this.variables.get(this.key(name));
  }

  userFunction(name: string): UserFunction | undefined {
    const wanted = name.toLowerCase();
    // The compiler keeps functions under a namespace of its own, and whoever imports them names them alone.
    return this.functions.get(wanted) ?? this.functions.get(`__bicep.${wanted}`);
  }

  private key(name: string): string {
    return this.isArm ? name.toLowerCase() : name;
  }
}
