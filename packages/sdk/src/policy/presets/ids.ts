/** The presets there are; each is a file beside this one. */
export const PRESET_IDS = ['cispe', 'secnumcloud-grade', 'c5-grade', 'eea-only', 'eu-only'] as const;

export type PresetId = (typeof PRESET_IDS)[number];
