// `npm run demo`: one web service on every emulated cloud, by the real `cdktf deploy`, through our own provider; and away with it.
// Until the packages are installed this may use only what comes with Node. `--built`: they are installed and built already.
import { build } from './build.mjs';
import { setup } from './setup.mjs';

console.log('Hansa demo: one web service on every cloud, emulated on this machine\n');
if (!process.argv.includes('--built')) {
  await setup();
  await build();
}
const { demo } = await import('./demo/demo.mjs');
process.exitCode = await demo();
