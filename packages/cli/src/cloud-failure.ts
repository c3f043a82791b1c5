// Loaded only once something failed, and with `require`: `import('@hansa/sdk')` from CommonJS would bring in the SDK's second copy,
// the ES modules, which knows none of the secrets that the first one was told to redact.
export { isCloudError, redactText } from '@hansa/sdk';
