// What tools keep for their next run stays inside the clone: nobody's home is written to, and `npm run clean` removes all of it.
// CommonJS, since jest's configuration loads it too: plain `npx jest` is then no different from `npm test`.
const { join } = require('node:path');

const CACHE = join(__dirname, '..', '.cache');

Object.assign(process.env, {
  npm_config_cache: join(CACHE, 'npm'),
  // Where tools on Linux keep theirs: biome, buf.
  XDG_CACHE_HOME: CACHE,
  // The compiler behind jest and dependency-cruiser unpacks itself at its first start. Where the clone's group may write (umask 002)
  // it holds a folder for unsafe and takes the home instead; but who can write there can write to node_modules just as well.
  SWC_NATIVE_BINDING_CACHE: join(CACHE, 'swc'),
  SWC_NATIVE_BINDING_CACHE_SKIP_SECURITY_CHECK: '1',
  // Terraform would ask whether there is a newer one, and note that in the home.
  CHECKPOINT_DISABLE: '1',
});
