import { parseSelector } from './label-selector.js';

const labels = { env: 'production', type: 'web', 'example.com/team': 'a', empty: '' };

describe('label selectors', () => {
  it.each([
    ['env', true],
    ['nothing', false],
    ['!nothing', true],
    ['!env', false],
    ['env=production', true],
    ['env==production', true],
    ['env = production', true],
    ['env=testing', false],
    ['empty=', true],
    ['env!=testing', true],
    ['env!=production', false],
    ['nothing!=x', true],
    ['env in (production,testing)', true],
    ['env in ( testing , staging )', false],
    ['env notin (testing)', true],
    ['nothing notin (testing)', true],
    ['env notin (production)', false],
    ['env=production,type!=database', true],
    ['env in (production,testing),type=web,!nothing', true],
    ['env=production,type=database', false],
    ['example.com/team=a', true],
    ['toString', false],
  ])('%s', (selector, selected) => {
    expect(parseSelector(selector)?.(labels)).toBe(selected);
  });

  it.each(['', ',', 'a,', '=b', 'a=b=c', 'a in b', 'a in (', 'a b', '!', 'a=-b-', 'UPPER.example/a/b=c', 'a in (x y)'])(
    'refuses %j',
    (selector) => {
      expect(parseSelector(selector)).toBeUndefined();
    },
  );
});
