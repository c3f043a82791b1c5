import { exampleStands } from './example.fixture.js';
import { livesEndWell } from './lives.fixture.js';

// Against the emulated core; core.real.test.ts does the same against one of your own.

describe('examples/federation', () => exampleStands());
describe('lives of an agent', () => livesEndWell());
