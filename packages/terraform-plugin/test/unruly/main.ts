import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { attr, defineProvider, defineResource, defineSchema, serve } from '../../src/index.js';

// A provider that does what providers should not do.

const later = (milliseconds: number, work: () => void) => setTimeout(work, milliseconds);

/** Resolves when somebody has made the file. */
const made = (file: string) =>
  new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!existsSync(file)) return;
      clearInterval(look);
      resolve();
    }, 10);
  });

const thing = defineResource<null>()({
  schema: defineSchema({
    attributes: { act: attr.string({ required: true }), file: attr.string({ optional: true }) },
  }),
  async create({ plan }, { afterReply, log, signal }) {
    log.warn('creating', { act: plan.act });
    switch (plan.act) {
      case 'escape':
        later(10, () => {
          throw new Error('it escaped');
        });
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      case 'end when told': {
        const told = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
        if (!signal.aborted) {
          writeFileSync(`${plan.file}.begun`, '');
          await told;
        }
        writeFileSync(`${plan.file}.told`, '');
        await made(`${plan.file}.go`);
        return {};
      }
      case 'exit':
        process.exit(3);
        break;
      case 'never end':
        writeFileSync(`${plan.file}.begun`, '');
        signal.addEventListener('abort', () => writeFileSync(`${plan.file}.told`, ''), { once: true });
        return new Promise(() => setInterval(() => {}, 60_000));
      case 'reject':
        void Promise.reject(new Error('nobody looks'));
        return {};
      case 'write after reply':
        afterReply(() => new Promise((resolve) => later(300, () => resolve(writeFileSync(plan.file ?? '', 'done')))));
        return {};
      case 'write after reply, held up':
        afterReply(() => writeFileSync(plan.file ?? '', 'done'));
        // The reply is written between two timers, of which the second keeps the process long enough for its caller to ask for more.
        return new Promise((resolve) => {
          later(10, () => resolve({}));
          later(10, () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500));
        });
      case 'start another':
        writeFileSync(plan.file ?? '', spawnSync('env', { encoding: 'utf8' }).stdout);
        return {};
      case 'never end after reply':
        setInterval(() => {}, 60_000);
        afterReply(() => new Promise(() => {}));
        return {};
      default:
        console.error('an unknown act');
        return {};
    }
  },
  read: async (state) => state,
});

const provider = defineProvider({
  schema: defineSchema({ attributes: {} }),
  configure: () => null,
  resources: { unruly_thing: thing },
});

async function load() {
  console.log('noise on stdout, %d', 1);
  process.stdout.write('more noise\n');
  return provider;
}

void serve(load, { address: 'example.com/test/unruly' });
