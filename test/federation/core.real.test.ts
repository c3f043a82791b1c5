import { federationConforms } from '../conformance/fulcrum.fixture.js';

// Agent and driver against a core that is none of ours: FULCRUM_URL, and in FULCRUM_TOKEN its admin's token. Participants, an agent and
// deleted services stay in that core, which forgets none: use one that is for tests.

const { FULCRUM_URL: url, FULCRUM_TOKEN: token } = process.env;

(url && token ? describe : describe.skip)('on the core at FULCRUM_URL', () =>
  federationConforms({ url: url ?? '', token: token ?? '' }),
);
