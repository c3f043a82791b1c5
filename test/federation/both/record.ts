import { join } from 'node:path';
import { recordedAnswers } from '../../setup/recorded-answers.js';
import type { Recorded } from './client.js';

/** What a real core answered, and how a chapter of it is written anew. */
export const { answers, record } = recordedAnswers<Recorded>(join(__dirname, 'answers.gen.json'));
