import { createProgram } from './program.js';
import { run } from './run.js';

// Whoever reads us may go away first (`hansa offers | head`); that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void run(createProgram(), process.argv).then((code) => {
  process.exitCode = code;
});
