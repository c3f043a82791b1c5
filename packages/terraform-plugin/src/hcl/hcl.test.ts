import { Decimal } from '../cty/decimal.js';
import { Expression, hclBody, hclLine } from './hcl.js';

test('HCL says texts as they are, and references as expressions', () => {
  const interpolated = '$' + '{c}';
  const values = {
    text: `a "b" ${interpolated} %{d}\n`,
    id: new Expression('x.y.id'),
    list: [1, true, Decimal.of(1n, 30_000)],
    map: { 'a key': 'v' },
    none: {},
  };
  expect(hclBody(values).split('\n')).toEqual([
    `  text = "a \\"b\\" $${interpolated} %%{d}\\n"`,
    '  id   = x.y.id',
    '  list = [1, true, 1e30000]',
    '  map  = { "a key" = "v" }',
    '  none = {}',
  ]);
  expect(hclLine({ a: 1, b: [{}, { c: null }] })).toBe('{ a = 1, b = [{}, { c = null }] }');
});
