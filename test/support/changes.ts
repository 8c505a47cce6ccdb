import { changeSteps } from './change-steps';
import type { Fix } from '../../src/core/fix';
import type {
  AssociatedType,
  NewRoute,
  NewRule,
  ResourceChange,
  SubnetSettings,
} from '../../src/core/resource-change';

/** Changes as fixes create them, one line each. */
export const addedRule = (id: string, rule: NewRule): ResourceChange => ({
  type: 'rule',
  id,
  before: null,
  after: rule,
});

export const removedRule = (id: string, name: string): ResourceChange => ({
  type: 'rule',
  id,
  before: { name },
  after: null,
});

export const addedRoute = (id: string, route: NewRoute): ResourceChange => ({
  type: 'route',
  id,
  before: null,
  after: route,
});

export const removedRoute = (id: string, name: string): ResourceChange => ({
  type: 'route',
  id,
  before: { name },
  after: null,
});

export const created = (
  type: AssociatedType,
  id: string,
  location: string,
  sku?: string,
): ResourceChange => ({
  type,
  id,
  before: null,
  after: { location, ...(sku === undefined ? {} : { sku }) },
});

export const deleted = (type: AssociatedType, id: string): ResourceChange => ({
  type,
  id,
  before: { location: 'westeurope' },
  after: null,
});

export const associated = (type: AssociatedType, id: string, to: string): ResourceChange =>
  type === 'publicIpAddress'
    ? { type: 'natGateway', id: to, before: { publicIpAddresses: [] }, after: { publicIpAddresses: [id] } }
    : { type: 'subnet', id: to, before: { [type]: null }, after: { [type]: id } };

export const dissociated = (type: AssociatedType, id: string, from: string): ResourceChange =>
  type === 'publicIpAddress'
    ? { type: 'natGateway', id: from, before: { publicIpAddresses: [id] }, after: { publicIpAddresses: [] } }
    : { type: 'subnet', id: from, before: { [type]: id }, after: { [type]: null } };

export const setTo = (id: string, after: Partial<SubnetSettings>): ResourceChange => ({
  type: 'subnet',
  id,
  before: {},
  after,
});

/** Returns the changes of a fix in verbs. */
export const stepsOf = (fix: Pick<Fix, 'changes'> | undefined) => fix?.changes.flatMap(changeSteps) ?? [];
