// Written by `npm run offers:snapshot`; not by hand.
// Adapted from Spare Cores, sc-data-dumps e8749be (https://github.com/SpareCores/sc-data-dumps), and under its licence: CC-BY-SA-4.0.
import type { Snapshot } from '../../catalogue/snapshot.js';

export const snapshot: Snapshot = {
  sources: [
    {"name":"Spare Cores, sc-data-dumps e8749be","url":"https://github.com/SpareCores/sc-data-dumps","readAt":"2026-01","licence":"CC-BY-SA-4.0"},
    {"name":"Hetzner's price API of its website, as agentdeals read it (commit 433f510)","url":"https://github.com/robhunter/agentdeals/blob/433f51095c928d55fb5997e798ce02cc592a1882/src/hetzner-pricing.ts","readAt":"2026-09-04"},
  ],
  places: [
    {"id":"ash","country":"US","city":"Ashburn, VA","scopes":{"zone":"ash","region":"ash","area":"us-east"}},
    {"id":"fsn1","country":"DE","city":"Falkenstein","scopes":{"zone":"fsn1","region":"fsn1","area":"eu-central"}},
    {"id":"hel1","country":"FI","city":"Helsinki","scopes":{"zone":"hel1","region":"hel1","area":"eu-central"}},
    {"id":"hil","country":"US","city":"Hillsboro, OR","scopes":{"zone":"hil","region":"hil","area":"us-west"}},
    {"id":"nbg1","country":"DE","city":"Nuremberg","scopes":{"zone":"nbg1","region":"nbg1","area":"eu-central"}},
    {"id":"sin","country":"SG","city":"Singapore","scopes":{"zone":"sin","region":"sin","area":"ap-southeast"}},
  ],
  sizes: [
    {"id":"cax11","vcpus":2,"memoryGib":4,"architecture":"arm","deprecated":false,"diskGib":40,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":6.49,"currency":"EUR","includes":{"storageGib":40,"publicIpv4":true}}]},
    {"id":"cax21","vcpus":4,"memoryGib":8,"architecture":"arm","deprecated":false,"diskGib":80,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":10.99,"currency":"EUR","includes":{"storageGib":80,"publicIpv4":true}}]},
    {"id":"cax31","vcpus":8,"memoryGib":16,"architecture":"arm","deprecated":false,"diskGib":160,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":21.49,"currency":"EUR","includes":{"storageGib":160,"publicIpv4":true}}]},
    {"id":"cax41","vcpus":16,"memoryGib":32,"architecture":"arm","deprecated":false,"diskGib":320,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":41.49,"currency":"EUR","includes":{"storageGib":320,"publicIpv4":true}}]},
    {"id":"ccx13","vcpus":2,"memoryGib":8,"architecture":"x86","deprecated":false,"diskGib":80,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":43.49,"currency":"EUR","includes":{"storageGib":80,"publicIpv4":true}}]},
    {"id":"ccx23","vcpus":4,"memoryGib":16,"architecture":"x86","deprecated":false,"diskGib":160,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":86.49,"currency":"EUR","includes":{"storageGib":160,"publicIpv4":true}}]},
    {"id":"ccx33","vcpus":8,"memoryGib":32,"architecture":"x86","deprecated":false,"diskGib":240,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":138.99,"currency":"EUR","includes":{"storageGib":240,"publicIpv4":true}}]},
    {"id":"ccx43","vcpus":16,"memoryGib":64,"architecture":"x86","deprecated":false,"diskGib":360,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":276.49,"currency":"EUR","includes":{"storageGib":360,"publicIpv4":true}}]},
    {"id":"ccx53","vcpus":32,"memoryGib":128,"architecture":"x86","deprecated":false,"diskGib":600,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":533.99,"currency":"EUR","includes":{"storageGib":600,"publicIpv4":true}}]},
    {"id":"ccx63","vcpus":48,"memoryGib":192,"architecture":"x86","deprecated":false,"diskGib":960,"cpu":"dedicated","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":853.99,"currency":"EUR","includes":{"storageGib":960,"publicIpv4":true}}]},
    {"id":"cpx11","vcpus":2,"memoryGib":2,"architecture":"x86","deprecated":false,"diskGib":40,"cpu":"shared","from":0,"places":null,"prices":[{"places":["ash","hil"],"from":1,"perHour":null,"perMonth":17.99,"currency":"EUR","includes":{"storageGib":40,"publicIpv4":true}}]},
    {"id":"cpx12","vcpus":1,"memoryGib":2,"architecture":"x86","deprecated":false,"diskGib":40,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":11.99,"currency":"EUR","includes":{"storageGib":40,"publicIpv4":true}}]},
    {"id":"cpx21","vcpus":3,"memoryGib":4,"architecture":"x86","deprecated":false,"diskGib":80,"cpu":"shared","from":0,"places":null,"prices":[{"places":["ash","hil"],"from":1,"perHour":null,"perMonth":32.49,"currency":"EUR","includes":{"storageGib":80,"publicIpv4":true}}]},
    {"id":"cpx22","vcpus":2,"memoryGib":4,"architecture":"x86","deprecated":false,"diskGib":80,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":19.99,"currency":"EUR","includes":{"storageGib":80,"publicIpv4":true}}]},
    {"id":"cpx31","vcpus":4,"memoryGib":8,"architecture":"x86","deprecated":false,"diskGib":160,"cpu":"shared","from":0,"places":null,"prices":[{"places":["ash","hil"],"from":1,"perHour":null,"perMonth":62.99,"currency":"EUR","includes":{"storageGib":160,"publicIpv4":true}}]},
    {"id":"cpx32","vcpus":4,"memoryGib":8,"architecture":"x86","deprecated":false,"diskGib":160,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":35.99,"currency":"EUR","includes":{"storageGib":160,"publicIpv4":true}}]},
    {"id":"cpx41","vcpus":8,"memoryGib":16,"architecture":"x86","deprecated":false,"diskGib":240,"cpu":"shared","from":0,"places":null,"prices":[{"places":["ash","hil"],"from":1,"perHour":null,"perMonth":120.99,"currency":"EUR","includes":{"storageGib":240,"publicIpv4":true}}]},
    {"id":"cpx42","vcpus":8,"memoryGib":16,"architecture":"x86","deprecated":false,"diskGib":320,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":69.99,"currency":"EUR","includes":{"storageGib":320,"publicIpv4":true}}]},
    {"id":"cpx51","vcpus":16,"memoryGib":32,"architecture":"x86","deprecated":false,"diskGib":360,"cpu":"shared","from":0,"places":null,"prices":[{"places":["ash","hil"],"from":1,"perHour":null,"perMonth":238.49,"currency":"EUR","includes":{"storageGib":360,"publicIpv4":true}}]},
    {"id":"cpx52","vcpus":12,"memoryGib":24,"architecture":"x86","deprecated":false,"diskGib":480,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":100.99,"currency":"EUR","includes":{"storageGib":480,"publicIpv4":true}}]},
    {"id":"cpx62","vcpus":16,"memoryGib":32,"architecture":"x86","deprecated":false,"diskGib":640,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":130.49,"currency":"EUR","includes":{"storageGib":640,"publicIpv4":true}}]},
    {"id":"cx23","vcpus":2,"memoryGib":4,"architecture":"x86","deprecated":false,"diskGib":40,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":5.99,"currency":"EUR","includes":{"storageGib":40,"publicIpv4":true}}]},
    {"id":"cx33","vcpus":4,"memoryGib":8,"architecture":"x86","deprecated":false,"diskGib":80,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":8.99,"currency":"EUR","includes":{"storageGib":80,"publicIpv4":true}}]},
    {"id":"cx43","vcpus":8,"memoryGib":16,"architecture":"x86","deprecated":false,"diskGib":160,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":16.49,"currency":"EUR","includes":{"storageGib":160,"publicIpv4":true}}]},
    {"id":"cx53","vcpus":16,"memoryGib":32,"architecture":"x86","deprecated":false,"diskGib":320,"cpu":"shared","from":0,"places":null,"prices":[{"places":["fsn1","hel1","nbg1"],"from":1,"perHour":null,"perMonth":29.99,"currency":"EUR","includes":{"storageGib":320,"publicIpv4":true}}]},
  ],
};
