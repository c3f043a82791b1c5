import { checkLabelRoom, readDescription, writeDescription } from './description.js';

test('what is written is read again, words and labels apart', () => {
  const said = {
    text: 'web address',
    labels: { 'hansa-owner': 'shop', 'hansa-ip-range': '10.0.0.0/16', env: 'prod', empty: '' },
  };
  const written = writeDescription(said);
  expect(written).toBe('web address hansa-owner=shop hansa-ip-range=10.0.0.0/16 env=prod empty=');
  expect(readDescription(written)).toEqual(said);
});

test('a description that somebody else wrote is no label', () => {
  expect(readDescription('Default security group (a=b=c)')).toEqual({
    text: 'Default security group (a=b=c)',
    labels: {},
  });
  expect(readDescription(null)).toEqual({ text: '', labels: {} });
});

test('labels that would not fit are refused, at plan time too', () => {
  const long = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`k${i}`, 'v'.repeat(60)]));
  expect(() => writeDescription({ text: '', labels: long })).toThrow(/too long/);
  expect(() => checkLabelRoom(long)).toThrow(/too long/);
  expect(() => checkLabelRoom({ environment: 'production', team: 'shop', 'cost-center': '4711' })).not.toThrow();
});
