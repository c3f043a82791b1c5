const Sequencer = require('@jest/test-sequencer').default;

/**
 * Where no run has told yet how long a file takes (a fresh clone), jest begins with the largest files. Ours take long where they start
 * programs, whatever their size: begun last, one of them would keep a single worker busy at the end.
 */
const LONG = /\/test\/(hostile|conformance|cdktf|federation|scale|scaffold)\/|\/terraform-provider\/test\//;

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration)) return sorted;
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
