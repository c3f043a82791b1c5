import type { Events, ShownDiagnostic } from '../events.js';
import { expectActions, expectFailure, expectWarning } from './expected.js';

const error = (summary: string, detail = '', code = ''): ShownDiagnostic => ({
  severity: 'error',
  summary,
  detail,
  snippet: { code },
});
const events = (...diagnostics: ShownDiagnostic[]): Events => ({
  diagnostics,
  planned: new Map(),
  drifted: new Map(),
  tests: new Map(),
  text: 'all of it',
});
const room = error('No\n room', 'Take a smaller  one.', '  size = 4');

test.each([['No room'], [/smaller one/], [['No room', /smaller/]], [{ says: 'room', at: 'size =', errors: 1 }]])(
  '%j is how it failed',
  (fails) => {
    expect(() => expectFailure({ code: 1, ...events(room) }, fails)).not.toThrow();
  },
);

test.each([
  [0, events(), 'x', 'it was expected to fail, and did not'],
  [1, events(room), 'quota', 'failed otherwise than expected (quota):\nall of it'],
  [1, events(room, error('quota')), ['room', 'quota'], 'failed otherwise than expected (room,quota)'],
  [1, events(room), { says: 'room', at: 'name =' }, 'failed otherwise than expected (at name =)'],
  [1, events(room, error('b')), { says: 'room', errors: 1 }, 'failed otherwise than expected (1 errors, not 2)'],
  [1, events({ ...room, severity: 'warning' }), 'room', 'failed otherwise than expected (room)'],
] as const)('%#: it failed otherwise', (code, found, fails, message) => {
  expect(() => expectFailure({ code, ...found }, fails)).toThrow(message);
});

test('a warning must be one', () => {
  expect(() => expectWarning(events({ ...room, severity: 'warning' }), 'room')).not.toThrow();
  expect(() => expectWarning(events(room), 'room')).toThrow('no warning says room:\nall of it');
});

test('what is read or opened counts where it is expected', () => {
  const found = new Map([
    ['a.a', 'update'],
    ['data.b.b', 'read'],
    ['ephemeral.c.c', 'open'],
  ] as const);
  expect(() => expectActions('the plan', found, { 'a.a': 'update' })).not.toThrow();
  expect(() => expectActions('the plan', found, { 'a.a': 'update', 'data.b.b': 'read' })).not.toThrow();
  expect(() => expectActions('the plan', found, { 'a.a': 'update', 'ephemeral.c.c': 'open' })).not.toThrow();
  expect(() => expectActions('the plan', found, { 'a.a': 'replace', 'c.c': 'create' })).toThrow(
    'the plan is not what was expected (+ is, - should be):\n+ a.a: update\n- a.a: replace\n- c.c: create',
  );
});
