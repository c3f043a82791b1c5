const placed = { cloud: 'hetzner', region: 'nbg1', place: 'nbg1', native_size: 'cx23' };
const at = (cloud: string, region: string, size: string, price: number | null) => ({
  ...{ cloud, region, size },
  price_per_month: price,
  price_currency: price === null ? null : 'EUR',
});
const server = (name: string, actions: string[], more: object) => ({
  address: `hansa_server.${name}`,
  mode: 'managed',
  type: 'hansa_server',
  change: { actions, before: null, before_sensitive: false, after_unknown: {}, after_sensitive: {}, ...more },
});
const stands = { ...placed, name: 'stands', candidates: [at('scaleway', 'fr-par-1', 'PLAY2-PICO', 9)] };
/** As Terraform tells what is made at one of several candidates: its cloud, place and price are left out. */
const open = { cloud: true, region: true, place: true, native_size: true, price_per_month: true, candidates: [{}] };

/** A plan with servers that have candidates, of each sort. */
export const MOVING = {
  format_version: '1.2',
  terraform_version: '1.15.2',
  resource_changes: [
    server('web', ['create'], {
      after: {
        name: 'web',
        candidates: [
          at('hetzner', 'fsn1', 'cx23', 2.99),
          at('upcloud', 'de-fra1', 'DEV-1xCPU-2GB', 8),
          at('scaleway', 'fr-par-1', 'PLAY2-PICO', null),
        ],
      },
      after_unknown: open,
    }),
    server('later', ['create'], { after: { name: 'later' }, after_unknown: { ...open, candidates: true } }),
    server('half', ['create'], {
      after: { name: 'half', candidates: [at('hetzner', 'fsn1', 'cx23', 2.99), { region: 'fr-par-1' }, null] },
      after_unknown: open,
    }),
    server('stands', ['no-op'], { before: stands, after: stands }),
    server('anew', ['delete', 'create'], {
      before: { ...placed, name: 'anew', price_per_month: 2.99, price_currency: 'EUR' },
      after: { name: 'anew', candidates: [at('hetzner', 'hel1', 'cx23', 3.29)] },
      after_unknown: open,
    }),
    server('hidden', ['create'], {
      after: { name: 'hidden', candidates: [at('hetzner', 'fsn1', 'cx23', 2.99)] },
      after_unknown: open,
      after_sensitive: { candidates: true },
    }),
  ],
  configuration: { root_module: {} },
};

/** The same without what is open. */
export const LISTED = {
  ...MOVING,
  resource_changes: MOVING.resource_changes.filter(({ address }) => /\.(web|stands|anew)$/.test(address)),
};
