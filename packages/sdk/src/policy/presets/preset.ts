import type { Policy } from '../model.js';
import type { PresetId } from './ids.js';

/** Rules under one name, with where they are from. What the source wants beyond them, no rule here can check. */
export interface Preset {
  id: PresetId;
  title: string;
  /** What it asks for, and what of its source it leaves to people. */
  summary: string;
  sources: readonly { url: string; readOn: string; says: string }[];
  policy: Omit<Policy, 'preset' | 'exceptions'>;
}
