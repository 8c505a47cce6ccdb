import { requirement, inCurrentProfile, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'vnet-docker-bridge-overlap',
  group: 'addresses',
  profiles: inCurrentProfile(
    requirement(setting('container-overlap'), { from: '2024-07-08', level: 'forbidden' }),
  ),
  sources: ['private-link', 'secure-workspace'],
  checked: '2026-11-28',
  serverless: 'documented',
};
