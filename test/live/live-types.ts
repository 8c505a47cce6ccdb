import type { AzureFailure } from '../../src/azure/failure';
import type { Azure } from '../../src/azure/ports';

/** Resources of a subscription to read, and whether a cluster may be created there. */
export interface LiveTarget {
  readonly workspaceId: string;
  readonly subnetId: string | null;
  readonly vmSize: string;
  readonly publicIp: boolean;
  /** Nodes that the cluster starts; null if nothing may be created. */
  readonly create: { readonly name: string; readonly nodes: 0 | 1 } | null;
}

export interface LivePorts {
  readonly azure: Azure;
  /** Hourly price of one machine as Azure lists it, `0.23 USD`; null if there is none. */
  readonly hourlyPrice: (subscriptionId: string, location: string, vmSize: string) => Promise<Price | null>;
  readonly say: (line: string) => void;
  /** Returns the user's answer to the question. */
  readonly ask: (question: string) => Promise<string>;
  readonly stop: AbortSignal;
}

export interface Price {
  readonly amount: number;
  readonly currency: string;
}

export interface LiveCount {
  readonly passed: number;
  readonly failed: number;
}

/**
 * An expectation of our clients that the real service must meet. Throws if it doesn't; otherwise returns what it found.
 */
export interface LiveCase {
  readonly what: string;
  readonly run: () => Promise<string>;
}

/** Describes a failure with codes only, since Azure's own messages name people and resources. */
export function errorCodes(error: unknown): string {
  const failure = error as Partial<AzureFailure>;
  return failure.name === 'AzureFailure' || error instanceof Error ? (error as Error).message : 'unknown';
}

export function must(fact: boolean, what: string): void {
  if (!fact) throw new Error(what);
}
