import type { Kind } from './kinds.js';

export type State = 'pending' | 'creating' | 'active' | 'updating' | 'deleting' | 'error';
export type Json = Record<string, unknown>;

export interface Condition {
  state: State;
  lastTransitionAt: string;
}

/** One resource, as the emulator keeps it. */
export interface Thing {
  kind: Kind;
  region: string;
  tenant: string;
  workspace: string;
  network: string;
  name: string;
  labels: Json;
  annotations: Json;
  extensions: Json;
  spec: Json;
  state: State;
  conditions: Condition[];
  version: number;
  created: string;
  modified: string;
  deleted?: string;
  /** Of an instance: what it is, and what it becomes when the step that is under way ends. */
  power?: 'on' | 'off';
  powerNext?: 'on' | 'off';
  powerSince?: string;
  /** Of a public IP: its address. */
  address?: string;
}
