import { DiagnosticError, Diagnostics } from './diagnostics.js';
import { reportFailure } from './failure.js';
import type { Provider } from './provider.js';

async function told(error: unknown, diagnose?: Provider['diagnose'], cancelled = false) {
  const diagnostics = new Diagnostics();
  const logged: string[] = [];
  const say = (message: string) => void logged.push(message);
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  await reportFailure(error, { diagnose, typeName: 'acme_thing', diagnostics, cancelled, log });
  return { said: diagnostics.all.map(({ summary }) => summary), logged };
}

test("the provider's own reading comes first, and may take its time", async () => {
  const diagnose: Provider['diagnose'] = async (error, { typeName }) =>
    error instanceof RangeError ? { severity: 'error', summary: `${typeName}: too much` } : undefined;
  expect((await told(new RangeError('x'), diagnose)).said).toEqual(['acme_thing: too much']);
  expect((await told(new Error('x'), diagnose)).said).toEqual(['x']);
  expect((await told(new AggregateError([new RangeError('a'), new Error('b')]), diagnose)).said).toEqual([
    'acme_thing: too much',
    'b',
  ]);
  expect((await told(new DiagnosticError('as it stands'), diagnose)).said).toEqual(['as it stands']);
});

test('a fault in that reading does not hide the error', async () => {
  const diagnose = () => {
    throw new TypeError('no such field');
  };
  expect(await told(new Error('the disk is full'), diagnose)).toEqual({
    said: ['the disk is full'],
    logged: ['the provider could not read an error'],
  });
});

test('what Ctrl-C ended says so, unless the provider knows better', async () => {
  expect((await told(new Error('aborted'), undefined, true)).said).toEqual(['The operation was cancelled']);
  const diagnose = () => [{ severity: 'error', summary: 'half done' }] as const;
  expect((await told(new Error('aborted'), diagnose, true)).said).toEqual(['half done']);
});

test('a fault of the code says so, and where; its trace is in the log', async () => {
  const { summary, detail, logged } = await thrown(() => (undefined as unknown as { a: string }).a);
  expect(summary).toBe("Cannot read properties of undefined (reading 'a')");
  expect(detail).toMatch(
    /^This is a fault of the provider: please report it to its authors\.\n\nIt happened at .*failure\.test\.ts/,
  );
  expect(logged).toEqual(['a fault of the provider']);
});

test('what fetch throws is none: it says a cause', async () => {
  const failed = new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') });
  expect(await thrown(() => Promise.reject(failed))).toEqual({
    summary: 'fetch failed',
    detail: 'Caused by: ECONNREFUSED',
    logged: [],
  });
});

async function thrown(work: () => unknown) {
  const diagnostics = new Diagnostics();
  const logged: string[] = [];
  const say = (message: string) => void logged.push(message);
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  const error = await (async () => work())().catch((reason: unknown) => reason);
  await reportFailure(error, { diagnose: undefined, typeName: 'acme_thing', diagnostics, cancelled: false, log });
  const [{ summary, detail } = { summary: '', detail: '' }] = diagnostics.all;
  return { summary, detail, logged };
}
