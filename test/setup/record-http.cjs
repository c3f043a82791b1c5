// Preloaded (`node --require`) into any Node process, records what it exchanges with a real OpenStack, in the form of the emulators'
// traffic log: HANSA_TRAFFIC_LOG names the file, HANSA_TRAFFIC_OPENSTACK the Keystone URLs, from whose catalogue the other services
// are learned. Clients know nothing of it: our SDK in a test, our provider under Terraform, a command line.
const { appendFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');

const SECRET_HEADER = /^(authorization|cookie|set-cookie|x-.*(token|secret).*)$/i;
const SECRET_FIELD = /password|passwd|adminpass|secret|token|private_key/i;
const HIDDEN = '[redacted]';
const MARK = Symbol.for('hansa.record-http');

/** Base URL without the version (`http://host:8774`, `https://host/compute`) to the type of the service there. */
const services = new Map(
  (process.env.HANSA_TRAFFIC_OPENSTACK ?? '')
    .split(',')
    .filter(Boolean)
    .map((url) => [base(url), 'identity']),
);

// The modules are one for all tests of a worker, whatever sandbox each runs in.
for (const module of services.size > 0 ? [http, https] : []) {
  if (module[MARK]) continue;
  module[MARK] = true;
  const { request } = module;
  module.request = (...args) => recorded(request(...args), module === https ? 'https:' : 'http:');
  module.get = (...args) => module.request(...args).end();
}

function recorded(request, protocol) {
  const url = new URL(request.path, `${protocol}//${request.getHeader('host') ?? request.host}`);
  const service = serviceAt(url);
  if (!service) return request;
  const sent = [];
  for (const method of ['write', 'end']) {
    const original = request[method];
    request[method] = (chunk, ...rest) => {
      if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) sent.push(Buffer.from(chunk));
      return original.call(request, chunk, ...rest);
    };
  }
  request.prependListener('response', (response) => {
    const received = [];
    const { push } = response;
    response.push = (chunk, ...rest) => {
      if (chunk) received.push(Buffer.from(chunk));
      else write(request, service, sent, response, received);
      return push.call(response, chunk, ...rest);
    };
  });
  return request;
}

function write(request, service, sent, response, received) {
  const responseBody = parsed(received);
  for (const { type, endpoints } of responseBody?.token?.catalog ?? []) {
    for (const endpoint of endpoints) services.set(base(endpoint.url), type);
  }
  const line = {
    cloud: 'openstack',
    service: service.type,
    method: request.method,
    path: service.path,
    status: response.statusCode,
    requestHeaders: headers(request.getHeaders()),
    requestBody: body(parsed(sent)),
    responseHeaders: headers(response.headers),
    responseBody: body(responseBody),
    at: Date.now(),
  };
  // Asked each time: a worker names another file for each test file.
  const file = process.env.HANSA_TRAFFIC_LOG;
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

function base(url) {
  return url.replace(/\/v\d.*$/, '').replace(/\/+$/, '');
}

/** The service that a URL belongs to: that of the longest base. */
function serviceAt(url) {
  const bases = [...services.keys()].filter((one) => `${url.href}/`.startsWith(`${one}/`));
  const [longest] = bases.sort((a, b) => b.length - a.length);
  return longest && { type: services.get(longest), path: url.href.slice(longest.length) };
}

function parsed(chunks) {
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function headers(all) {
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, SECRET_HEADER.test(name) ? HIDDEN : String(value)]),
  );
}

function body(value) {
  if (Array.isArray(value)) return value.map(body);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const secret = SECRET_FIELD.test(name) && typeof field === 'string' && field !== '';
      return [name, secret ? HIDDEN : body(field)];
    }),
  );
}
