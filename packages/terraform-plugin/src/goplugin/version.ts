/** The only protocol version spoken here; it covers Terraform since 1.0 and every OpenTofu. */
export const PROTOCOL_VERSION = 6;

/**
 * Tells whether the caller speaks version 6, from `PLUGIN_PROTOCOL_VERSIONS` (`5,6`). A caller that names none is
 * taken at our word; one that names others alone gets our version all the same and says itself what does not fit.
 */
export function callerSpeaksOurs(env: NodeJS.ProcessEnv): boolean {
  const offered = env['PLUGIN_PROTOCOL_VERSIONS'];
  return offered === undefined || offered === '' || offered.split(',').map(Number).includes(PROTOCOL_VERSION);
}
