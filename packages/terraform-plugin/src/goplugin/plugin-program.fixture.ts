import { handshakeLine } from './handshake.js';
import { createLogger } from './log.js';
import { exampleRoutes } from './plugin.fixture.js';
import { startPlugin } from './plugin.js';

/** The example as a process of its own. */
void startPlugin({
  routes: exampleRoutes(),
  log: createLogger((line) => process.stderr.write(line), 'error'),
  clientCert: process.env['PLUGIN_CLIENT_CERT'],
  settle: async () => {},
  ended: () => process.exit(0),
}).then((plugin) => {
  process.once('SIGTERM', () => void plugin.close().then(() => process.exit(0)));
  process.stdout.write(handshakeLine(plugin, plugin.certificate, false));
});
