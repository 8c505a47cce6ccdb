import { batch, signal } from '@preact/signals-core';
import { deriveState } from './derive-state';
import type { DerivedState, StoredState, WizardState } from './state';
import { createComputeTurns, type ComputeTurns } from './compute-turns';

/** Holds the state of a wizard, and notifies listeners of changes. Changes in one turn cause one notification. */
export interface WizardStore {
  /** Returns the current state. Derived values are computed when they're read, from the newest state. */
  get(): WizardState;
  /**
   * The state for derived values. A computed value that reads a part of it is computed again when that part changes.
   */
  readonly tracked: WizardState;
  set(patch: Partial<StoredState>): void;
  /** Computes derived values in this turn instead of a later one. */
  readonly atOnce: ComputeTurns['atOnce'];
  onChange(listener: () => void): void;
}

export function createWizardStore(first: StoredState): WizardStore {
  const turns = createComputeTurns();
  const names = Object.keys(first) as (keyof StoredState)[];
  const parts = new Map(names.map((name) => [name, signal<unknown>(first[name])]));
  const read = (name: keyof StoredState): unknown => parts.get(name)?.value;
  const trackedParts = Object.fromEntries(
    names.map((name) => [name, { enumerable: true, get: () => read(name) }]),
  );
  const follows: DerivedState = deriveState(() => tracked, turns);
  const tracked = Object.create(follows, trackedParts) as WizardState;
  let state: WizardState | undefined;
  let isNotified = true;
  const listeners: (() => void)[] = [];

  function notify(): void {
    if (!isNotified) return;
    isNotified = false;
    queueMicrotask(() => {
      isNotified = true;
      for (const listener of listeners) listener();
    });
  }

  turns.onNext(notify);
  return {
    atOnce: turns.atOnce,
    tracked,
    get: () => (state ??= Object.assign(Object.create(follows) as WizardState, tracked)),
    set(patch) {
      state = undefined;
      batch(() => {
        for (const [name, value] of Object.entries(patch)) {
          const part = parts.get(name as keyof StoredState);
          if (part) part.value = value;
        }
      });
      notify();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
