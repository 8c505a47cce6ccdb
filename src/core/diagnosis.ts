import type { Known } from './known';

/** What an answer of a workspace's diagnosis is about. */
export const diagnosisAreas = [
  'routes',
  'rules',
  'locks',
  'names',
  'storage',
  'keyVault',
  'registry',
  'monitoring',
  'other',
] as const;
export type DiagnosisArea = (typeof diagnosisAreas)[number];

/** One answer of Azure's own diagnosis of a workspace. */
export interface DiagnosisResult {
  readonly area: DiagnosisArea;
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  /** In Azure's words. */
  readonly message: string;
}

/** A host that a workspace calls, from Azure's own list. */
export interface WorkspaceHost {
  /** In Azure's words, such as `Azure Storage`. */
  readonly category: string;
  /** May begin with `*.`. */
  readonly host: string;
  readonly ports: readonly number[];
}

/** What Azure reports of a workspace when it's asked; each part may be unreadable by itself. */
export interface WorkspaceDiagnosis {
  readonly results: Known<readonly DiagnosisResult[]>;
  readonly hosts: Known<readonly WorkspaceHost[]>;
}
