import { withHostname } from './hostname.js';

test.each([
  ['nothing', null, '#cloud-config\nhostname: web\n'],
  ['a cloud-config', '#cloud-config\npackages: [nginx]', '#cloud-config\npackages: [nginx]\nhostname: web\n'],
  ['a cloud-config that names a host', '#cloud-config\nfqdn: a.example.org\n', '#cloud-config\nfqdn: a.example.org\n'],
  ['a cloud-config in one line', '#cloud-config\n{packages: [nginx]}\n', '#cloud-config\n{packages: [nginx]}\n'],
  ['several documents', '#cloud-config\n---\npackages: []\n', '#cloud-config\n---\npackages: []\n'],
  ['a script', '#!/bin/sh\nhostname x\n', '#!/bin/sh\nhostname x\n'],
])('%s', (_, given, sent) => {
  expect(withHostname(given, 'web')).toBe(sent);
});
