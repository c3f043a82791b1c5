import { federationConforms } from './fulcrum.fixture.js';

describe('on the emulated core', () => federationConforms());
