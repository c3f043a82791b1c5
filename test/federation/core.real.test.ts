import { federationConforms } from '../conformance/fulcrum.fixture.js';
import { exampleStands } from './example.fixture.js';
import { livesEndWell } from './lives.fixture.js';

// Agent and driver against a core that is none of ours: FULCRUM_URL, and in FULCRUM_TOKEN its admin's token. Participants, agents and
// deleted services stay in that core, which forgets none: use one that is for tests. FULCRUM_JOB_TIMEOUT says, in seconds, after how long it
// calls jobs off, where its job maintenance is on: then that is tried too.

const { FULCRUM_URL: url, FULCRUM_TOKEN: token, FULCRUM_JOB_TIMEOUT: timeout } = process.env;
const core = { url: url ?? '', token: token ?? '', ...(timeout ? { timeoutMs: Number(timeout) * 1000 } : {}) };
const there = url && token ? describe : describe.skip;

there('on the core at FULCRUM_URL', () => federationConforms(core));
there('examples/federation, on the core at FULCRUM_URL', () => exampleStands(core));
there('lives of an agent, on the core at FULCRUM_URL', () => livesEndWell(core));
