import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';

/** Whatever comes back is an answer, and its body is text: what they mean is for the links before it. */
export const client = axios.create({
  // One set of kept-alive connections for a process: handshakes cost more than requests.
  httpAgent: new HttpAgent({ keepAlive: true }),
  httpsAgent: new HttpsAgent({ keepAlive: true }),
  // A whole list of 1,000 servers is some MB; 64 MB keeps a broken server from filling the memory.
  maxContentLength: 64 * 1024 * 1024,
  maxRedirects: 0,
  responseType: 'text',
  transformResponse: (body: unknown) => body,
  validateStatus: () => true,
});
