import { CloudError } from '../errors/index.js';

/** Longest `description` that Neutron stores, characters (its answer to a longer one, 2026-11). */
const LONGEST = 255;
/** What owner labels and a network's `hansa-ip-range` take of it, at most: kept free when labels are checked at plan time. */
const RESERVED = 135;
const LABEL = /^([A-Za-z0-9][A-Za-z0-9_.-]*)=([A-Za-z0-9_./-]*)$/;

export interface Description {
  /** The words that are no labels. */
  text: string;
  labels: Record<string, string>;
}

/**
 * Networks, security groups and floating IPs carry their labels in `description` (`hansa-owner=shop env=prod`): Neutron takes it
 * in the request that creates them, while its tags can only be set by a second one, before which an interrupted create would be lost.
 */
export function readDescription(description: string | null | undefined): Description {
  const words = (description ?? '').split(/\s+/).filter(Boolean);
  const labels: Record<string, string> = {};
  const text: string[] = [];
  for (const word of words) {
    const [, key, value] = LABEL.exec(word) ?? [];
    if (key !== undefined && value !== undefined) labels[key] = value;
    else text.push(word);
  }
  return { text: text.join(' '), labels };
}

/**
 * The description that says `text` and `labels`.
 *
 * @throws CloudError `invalid` at `labels` when it is longer than Neutron stores.
 */
export function writeDescription({ text, labels }: Description): string {
  const words = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const written = [text, ...words].filter(Boolean).join(' ');
  if (written.length > LONGEST) throw tooLong(written.length - LONGEST);
  return written;
}

/** Checks at plan time that user labels will fit beside our own. */
export function checkLabelRoom(labels: Record<string, string> | null | undefined): void {
  const { length } = writeUnchecked(labels ?? {});
  if (length > LONGEST - RESERVED) throw tooLong(length - (LONGEST - RESERVED));
}

function writeUnchecked(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

function tooLong(by: number): CloudError {
  return new CloudError('invalid', {
    attribute: ['labels'],
    message: `the labels are ${by} characters too long for the text that carries them here (${LONGEST} characters, ours included)`,
    next: ['use fewer or shorter labels here'],
  });
}
