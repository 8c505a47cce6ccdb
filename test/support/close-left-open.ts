import { afterAll } from 'vitest';
import { closeAll } from './left-open';

afterAll(closeAll);
