import type { Path } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import { diagnosticsToWire, pathFromWire } from './diagnostics.js';

const disk: Type = ['object', { path: 'string', tags: ['map', 'string'] }];
const type: Type = [
  'object',
  { name: 'string', disks: ['list', disk], ports: ['set', disk], by: ['map', disk], one: disk },
];

test.each<[Path, Path | undefined, string]>([
  [['name'], ['name'], ''],
  [['disks', 1], ['disks', 1], ''],
  [['disks', 1, 'path'], ['disks', 1], 'At disks[1].path.'],
  [['by', 'a b', 'tags', 'c'], ['by', 'a b'], 'At by["a b"].tags.c.'],
  [['one', 'path'], ['one'], 'At one.path.'],
  [['ports', 0, 'path'], ['ports'], 'At ports[0].path.'],
  [['nowhere'], undefined, 'At nowhere.'],
  [[], undefined, ''],
])('%j points as far as core can follow, and the rest is said', (at, shown, detail) => {
  const [wire] = diagnosticsToWire(type, [{ severity: 'error', summary: 'bad', at }]);
  expect(wire?.attribute && pathFromWire(wire.attribute)).toEqual(shown);
  expect(wire?.detail).toBe(detail);
});

test('what the words say already is not said again', () => {
  const at = ['disks', 1, 'path'];
  const [inSummary, inDetail, otherwise] = diagnosticsToWire(type, [
    { severity: 'error', summary: 'disks[1].path: bad', at },
    { severity: 'error', summary: 'bad', detail: 'Look at disks[1].path.', at },
    { severity: 'warning', summary: 'bad', detail: 'Look.', at },
  ]);
  expect([inSummary?.detail, inDetail?.detail, otherwise?.detail]).toEqual([
    '',
    'Look at disks[1].path.',
    'Look.\n\nAt disks[1].path.',
  ]);
});
