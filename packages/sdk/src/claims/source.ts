import * as z from 'zod';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day as `2026-11-26`. */
export const Day = z
  .string({ error: 'is no day' })
  .refine((text) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && isReal(text), {
    error: ({ input }) => `${JSON.stringify(input)} is no day; write it as 2026-11-26`,
  });

/** ISO 3166-1 alpha-2, capitals. */
export const Country = z.string().regex(/^[A-Z]{2}$/, {
  error: ({ input }) =>
    `${JSON.stringify(input)} is no country; write two capitals (ISO 3166-1), GB for the United Kingdom`,
});

export const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Where and when something was read, and how far it can be relied on. Every record carries it: there is no fact without a source. */
export const Source = {
  /** The page that says it. */
  evidenceUrl: z.url({ protocol: /^https?$/, error: ({ input }) => `${JSON.stringify(input)} is no web address` }),
  /** The day on which the page was read. */
  observedOn: Day,
  /**
   * `high`: an authority or the issuer says so, or a company in what binds it (terms, reports, notices). `medium`: the vendor says so, or the
   * press reports what a company announced. `low`: somebody else says so.
   */
  confidence: z.enum(CONFIDENCES),
  note: z.string().min(1).optional(),
};

export type Confidence = (typeof CONFIDENCES)[number];
export type Evidence = Readonly<{ evidenceUrl: string; observedOn: string; confidence: Confidence }>;

/**
 * A page that was read, to be spread into what it says.
 *
 * @example
 * seen('https://www.cloudscale.ch/en/about', '2026-11-26').confidence; // 'medium'
 */
export function seen(evidenceUrl: string, observedOn: string, confidence: Confidence = 'medium'): Evidence {
  return { evidenceUrl, observedOn, confidence };
}

/** 30 February is written like a day. */
function isReal(text: string): boolean {
  return new Date(text).toISOString().startsWith(text);
}
