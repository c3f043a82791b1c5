import fc from 'fast-check';
import { ConnectionError } from './frame.js';
import { encodeHeaders, type Field, HeaderDecoder, MAX_HEADER_BYTES } from './hpack.js';

const hex = (text: string) => Buffer.from(text, 'hex');
const decode = (block: string) => new HeaderDecoder().decode(hex(block));

const REQUESTS: readonly (readonly Field[])[] = [
  [
    [':method', 'GET'],
    [':scheme', 'http'],
    [':path', '/'],
    [':authority', 'www.example.com'],
  ],
  [
    [':method', 'GET'],
    [':scheme', 'http'],
    [':path', '/'],
    [':authority', 'www.example.com'],
    ['cache-control', 'no-cache'],
  ],
  [
    [':method', 'GET'],
    [':scheme', 'https'],
    [':path', '/index.html'],
    [':authority', 'www.example.com'],
    ['custom-key', 'custom-value'],
  ],
];

// The examples of RFC 7541, appendices C.3, C.4 and C.6.
test.each([
  [
    'plain',
    [
      '828684410f7777772e6578616d706c652e636f6d',
      '828684be58086e6f2d6361636865',
      '828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565',
    ],
  ],
  [
    'Huffman-coded',
    [
      '828684418cf1e3c2e5f23a6ba0ab90f4ff',
      '828684be5886a8eb10649cbf',
      '828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf',
    ],
  ],
])('reads %s blocks that refer to earlier ones', (_name, blocks) => {
  const decoder = new HeaderDecoder();
  expect(blocks.map((block) => decoder.decode(hex(block)))).toEqual(REQUESTS);
});

test('forgets what the table has no room for', () => {
  const decoder = new HeaderDecoder();
  const [first, second, third] = [
    '3fe101488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3',
    '4883640effc1c0bf',
    '88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007',
  ].map((block) => decoder.decode(hex(block)));
  const date = (time: string): Field => ['date', `Mon, 21 Oct 2013 20:13:${time} GMT`];
  const location: Field = ['location', 'https://www.example.com'];
  expect(first).toEqual([[':status', '302'], ['cache-control', 'private'], date('21'), location]);
  expect(second).toEqual([[':status', '307'], ['cache-control', 'private'], date('21'), location]);
  expect(third).toEqual([
    [':status', '200'],
    ['cache-control', 'private'],
    date('22'),
    location,
    ['content-encoding', 'gzip'],
    ['set-cookie', 'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1'],
  ]);
  // The first of them is gone: 62 to 64 are what came last.
  expect(() => decoder.decode(hex('c1'))).toThrow(ConnectionError);
});

test('reads what it writes', () => {
  const latin1 = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 300 });
  const name = fc.oneof(fc.constantFrom(':status', 'content-type', 'grpc-status'), latin1);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, latin1)), (fields) => {
      const decoder = new HeaderDecoder();
      const block = encodeHeaders(fields);
      expect(decoder.decode(block)).toEqual(fields);
      expect(decoder.decode(block)).toEqual(fields);
    }),
  );
});

test.each([
  ['number 0', '80'],
  ['a number that there is not', 'be'],
  ['a number without end', 'ffffffffffffffffffff'],
  ['a string that is cut', '400a6375'],
  ['no string at all', '40'],
  ['a table larger than it may be', '3fe21f'],
  ['a new table behind a header', '8220'],
  ['a coded string that holds its end', '4084ffffffff00'],
  ['a coded string with eight bits too many', '4082 1fff 00'.replaceAll(' ', '')],
  ['a coded string that ends in zeros', '40811800'],
])('refuses %s', (_name, block) => {
  expect(() => decode(block)).toThrow(ConnectionError);
});

test('a few bytes do not become many headers', () => {
  const decoder = new HeaderDecoder();
  const long: Field = ['x', 'y'.repeat(3000)];
  const kept = Buffer.concat([Buffer.from([0x40]), encodeHeaders([long]).subarray(1)]);
  expect(decoder.decode(kept)).toEqual([long]);
  const times = Math.floor(MAX_HEADER_BYTES / 3033);
  expect(decoder.decode(Buffer.alloc(times, 0xbe))).toHaveLength(times);
  expect(() => decoder.decode(Buffer.alloc(times + 1, 0xbe))).toThrow(ConnectionError);
});

test('whatever comes, it is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), (blocks) => {
      const decoder = new HeaderDecoder();
      try {
        for (const block of blocks) decoder.decode(Buffer.from(block));
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectionError);
      }
    }),
    { numRuns: 2000 },
  );
});
