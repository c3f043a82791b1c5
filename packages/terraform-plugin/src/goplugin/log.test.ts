import { createLogger, wantedLevel } from './log.js';

function logged(level: Parameters<typeof createLogger>[1], write: (log: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  write(createLogger((line) => lines.push(line), level));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('lines are what hclog reads', () => {
  const [line] = logged('info', (log) => log.info('made', { id: 5n, '@level': 'forged', error: new Error('why') }));
  expect(line).toMatchObject({ '@level': 'info', '@message': 'made', '@module': 'provider', id: '5' });
  expect(line?.['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  expect(line?.['error']).toContain('Error: why');
});

test('what is below the level is not written, and fields that are no JSON do no harm', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const lines = logged('warn', (log) => {
    log.info('hidden');
    log.warn('shown', cycle);
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.['@message']).toBe('shown');
});

test('the level is the one that Terraform was asked for', () => {
  expect(wantedLevel({})).toBe('error');
  expect(wantedLevel({ TF_LOG: 'WARN' })).toBe('warn');
  expect(wantedLevel({ TF_LOG: 'off', TF_LOG_PROVIDER: 'debug' })).toBe('debug');
  expect(wantedLevel({ TF_LOG: 'JSON' })).toBe('trace');
});
