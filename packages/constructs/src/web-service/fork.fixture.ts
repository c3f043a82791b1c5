import type * as providerModule from '@hansa/provider-hansa/provider';
import type * as cdktf from 'cdktf';
import type * as webServiceModule from './index.js';

/** The constructs as an app of one fork has them. The published copy for cdktn is these sources with these names replaced. */
export interface Fork {
  readonly cdk: typeof cdktf;
  readonly provider: typeof providerModule;
  readonly constructs: typeof webServiceModule;
}

const BINDINGS = ['firewall', 'network', 'placement', 'provider', 'public-ip', 'server', 'ssh-key', 'volume'];

export function load(fork: 'cdktf' | 'cdktn'): Fork {
  jest.resetModules();
  if (fork === 'cdktn') {
    jest.doMock('cdktf', () => jest.requireActual('cdktn'));
    for (const name of BINDINGS) {
      jest.doMock(`@hansa/provider-hansa/${name}`, () => jest.requireActual(`@hansa/provider-hansa/cdktn/${name}`));
    }
  }
  return {
    cdk: require('cdktf'),
    provider: require('@hansa/provider-hansa/provider'),
    constructs: require('./index.js'),
  };
}
