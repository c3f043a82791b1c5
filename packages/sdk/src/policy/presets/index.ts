import { c5Grade } from './c5-grade.js';
import { cispe } from './cispe.js';
import { eeaOnly } from './eea-only.js';
import { euOnly } from './eu-only.js';
import type { PresetId } from './ids.js';
import type { Preset } from './preset.js';
import { secnumcloudGrade } from './secnumcloud-grade.js';

/** The presets by their id. */
export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  cispe,
  'secnumcloud-grade': secnumcloudGrade,
  'c5-grade': c5Grade,
  'eea-only': eeaOnly,
  'eu-only': euOnly,
};
