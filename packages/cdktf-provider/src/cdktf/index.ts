// Generated: npm run generate
export * as dataHansaFirewall from './data-hansa-firewall.gen.js';
export * as dataHansaNetwork from './data-hansa-network.gen.js';
export * as dataHansaPublicIp from './data-hansa-public-ip.gen.js';
export * as dataHansaServer from './data-hansa-server.gen.js';
export * as dataHansaSshKey from './data-hansa-ssh-key.gen.js';
export * as dataHansaVolume from './data-hansa-volume.gen.js';
export * as firewall from './firewall.gen.js';
export * as network from './network.gen.js';
export * as placement from './placement.gen.js';
export * as provider from './provider.gen.js';
export * as publicIp from './public-ip.gen.js';
export * as server from './server.gen.js';
export * as sshKey from './ssh-key.gen.js';
export * as volume from './volume.gen.js';
