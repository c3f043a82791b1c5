#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'main.js');
// In a clone of the repository the command is there before the build is.
if (!existsSync(main)) {
  console.error('hansa: not built yet. Next: npm run build');
  process.exit(1);
}
require(main);
