import { CloudError } from '../../errors/index.js';

/** Refuses to send credentials in the clear: plain HTTP is for loopback alone (emulators, tests, a tunnel). */
export function requireSecure(baseUrl: string, cloud: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new CloudError('invalid', {
      cloud,
      attribute: ['endpoint'],
      message: `"${baseUrl.replace(/\/\/[^/@]*@/, '//')}" is no URL`,
      next: ['use https://…'],
    });
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return baseUrl;
  throw new CloudError('invalid', {
    cloud,
    attribute: ['endpoint'],
    message: `${url.protocol}//${url.host} would carry credentials unencrypted`,
    next: ['use https://…; plain http is allowed for 127.0.0.1 and localhost only'],
  });
}

/** Whether it leads to this machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The URL of something on this machine, named by the variable `name`; anything else is refused. */
export function requireLoopback(text: string, name: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && isLoopback(new URL(text)))
    return text.replace(/\/+$/, '');
  throw new CloudError('invalid', {
    message: `${name} is "${text.replace(/\/\/[^/@]*@/, '//')}", which is no URL of this machine`,
    next: ['use http://127.0.0.1:<port>, as `npx hansa emulate` prints it', `or unset ${name} to use real accounts`],
  });
}
