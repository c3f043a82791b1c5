import { readEvents } from './events.js';

test('what Terraform writes beside its JSON is told too', () => {
  const diagnostic = {
    severity: 'warning',
    summary: 'Mind',
    detail: '',
    address: 'a.b',
    range: { filename: 'main.tf', start: { line: 3 } },
  };
  const { text, diagnostics, planned } = readEvents(
    ['panic: it fell', JSON.stringify({ type: 'diagnostic', '@message': 'Warning: Mind', diagnostic }), ''].join('\n'),
  );
  expect(text).toBe('panic: it fell\nWarning: Mind\n  with a.b, on main.tf line 3:');
  expect([diagnostics, planned.size]).toEqual([[diagnostic], 0]);
});
