// Jest loads reporters as they are, so this one brings its own TypeScript.
const { require: load } = require('tsx/cjs/api');

module.exports = load('./traffic-reporter.ts', __filename);
