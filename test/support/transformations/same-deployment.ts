import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BicepCompiler } from '../bicep';
import {
  isMembers,
  isOpen,
  snapshotOfParameters,
  takeSnapshot,
  type SnapshotJson,
  type Members,
} from '../snapshots';
import { childLists } from './child-lists';
import type { Project } from './project';

/** The output of the official compiler and Azure's deployment code for a project. */
export type OfficialDeployment =
  | { readonly is: 'deployed'; readonly resources: readonly Members[] }
  | { readonly is: 'refused'; readonly because: string };

/** Returns the resources that a project deploys, with items of lists unchanged unless they are separate resources. */
export async function deployedOf(bicep: BicepCompiler, project: Project): Promise<OfficialDeployment> {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    for (const [name, text] of Object.entries(project.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const all: Members[] = [];
    for (const root of project.roots) {
      const found = await deployedByRoot(bicep, join(folder, root), project.parameters);
      if (found.is === 'refused') return found;
      all.push(...found.resources);
    }
    return { is: 'deployed', resources: withInlineChildren(all) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function deployedByRoot(
  bicep: BicepCompiler,
  path: string,
  parameters: string | undefined,
): Promise<OfficialDeployment> {
  const compiled = await bicep.compile(path).catch((error: unknown) => String(error));
  if (typeof compiled === 'string') return { is: 'refused', because: compiled };
  const { contents, diagnostics } = compiled;
  const errors = diagnostics.filter(({ level }) => level === 'Error');
  if (errors.length > 0 || contents === undefined) {
    return { is: 'refused', because: errors.map(({ code, message }) => `${code} ${message}`).join(', ') };
  }
  const template = JSON.parse(contents) as Members;
  const resources = await resourcesOf(bicep, template, { path, parameters });
  return resources
    ? { is: 'deployed', resources }
    : { is: 'refused', because: 'Azure’s deployment code refuses it' };
}

async function resourcesOf(
  bicep: BicepCompiler,
  template: Members,
  { path, parameters }: { readonly path: string; readonly parameters: string | undefined },
): Promise<readonly Members[] | undefined> {
  if (parameters === undefined) return (await takeSnapshot(bicep, path, template))?.resources;
  return snapshotOfParameters(bicep, join(dirname(path), parameters.replace(/^.*\//, '')), template);
}

/** Moves separate child resources into the lists of their parents, and sorts unordered lists. */
function withInlineChildren(resources: readonly Members[]): readonly Members[] {
  const isChild = (one: Members): boolean => ownerOf(one, resources) !== undefined;
  return resources
    .filter((one) => !isChild(one))
    .map((one) => {
      const children = resources.filter((each) => ownerOf(each, resources) === one);
      return sortedLists(children.reduce(withItem, one));
    });
}

const lists = childLists.map(([type, list]) => ({ type: `${type}/${list}`.toLowerCase(), list }));

function ownerOf(one: Members, resources: readonly Members[]): Members | undefined {
  const { type, id } = one;
  if (!lists.some((each) => each.type === String(type).toLowerCase()) || typeof id !== 'string') {
    return undefined;
  }
  const owner = id.split('/').slice(0, -2).join('/').toLowerCase();
  return resources.find((each) => String(each['id']).toLowerCase() === owner);
}

function withItem(parent: Members, { type, name, properties }: Members): Members {
  const list = lists.find((each) => each.type === String(type).toLowerCase())?.list ?? '';
  const own = isMembers(parent['properties']) ? parent['properties'] : {};
  const items = Array.isArray(own[list]) ? own[list] : [];
  const item = {
    name: String(name).split('/').at(-1) ?? '',
    ...(properties === undefined ? {} : { properties }),
  };
  return { ...parent, properties: { ...own, [list]: [...items, item] } };
}

function sortedLists(resource: Members): Members {
  const own = resource['properties'];
  if (!isMembers(own)) return resource;
  const sorted = Object.entries(own).flatMap(([name, value]) => {
    if (!lists.some(({ list }) => list === name) || !Array.isArray(value)) return [[name, value]];
    const items = [...(value as SnapshotJson[])].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    return items.length === 0 ? [] : [[name, items]];
  });
  return { ...resource, properties: Object.fromEntries(sorted) as Members };
}

function nameOf(item: SnapshotJson): string {
  return isMembers(item) ? String(item['name']) : '';
}

/**
 * Returns how two deployments differ. A value that the deployment code leaves open in one of them may match any value
 * of the other.
 */
export function deploymentDifference(
  before: readonly Members[],
  after: readonly Members[],
): string | undefined {
  const left = [...after];
  for (const one of before) {
    const at = left.findIndex((other) => unlike(one, other, '') === undefined);
    if (at < 0) {
      const other = left.find(({ id, type }) => id === one['id'] && type === one['type']);
      return other ? unlike(one, other, String(one['id'])) : `${String(one['id'])} is missing`;
    }
    left.splice(at, 1);
  }
  return left.length === 0 ? undefined : `${String(left[0]?.['id'])} is too much`;
}

/** Members that don't affect what is deployed. */
const aside: ReadonlySet<string> = new Set(['dependsOn']);

function unlike(
  one: SnapshotJson | undefined,
  other: SnapshotJson | undefined,
  path: string,
): string | undefined {
  if (isOpen(one) || isOpen(other)) return undefined;
  if (isMembers(one) && isMembers(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
      (name) => !aside.has(name),
    );
    return first(names.map((name) => unlike(one[name], other[name], `${path}/${name}`)));
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return first(
      one.map((item, index) =>
        unlike(item as SnapshotJson, other[index] as SnapshotJson, `${path}/${index}`),
      ),
    );
  }
  return one === other ? undefined : `${path}: ${JSON.stringify(one)} is ${JSON.stringify(other)}`;
}

function first(all: readonly (string | undefined)[]): string | undefined {
  return all.find((one) => one !== undefined);
}
