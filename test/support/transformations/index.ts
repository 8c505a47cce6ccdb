import { addParameters } from './add-parameters';
import { addReference } from './add-reference';
import { intoModule, wholeIntoModule } from './into-module';
import type { Transformation } from './project';
import { renameSymbols } from './rename-symbols';
import { inlineChildren, separateItems } from './separate-children';
import { splitFiles } from './split-files';
import { unrollLoop } from './unroll-loop';
import { writeAsLoop } from './write-as-loop';

/**
 * Ways to write a deployment differently without changing what it deploys. Compiling is separate, since it needs the
 * compiler.
 */
export const transformations: Readonly<Record<string, Transformation>> = {
  'add a reference': addReference,
  'move items into resources': separateItems,
  'move resources into lists': inlineChildren,
  'put a resource into a module': intoModule,
  'put the file into a module': wholeIntoModule,
  'unroll a loop': unrollLoop,
  'write as a loop': writeAsLoop,
  'rename symbols': renameSymbols,
  'split into two files': splitFiles,
  'add a parameter file': addParameters,
};
