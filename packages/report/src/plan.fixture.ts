/** What must stand in no report, wherever in a plan it is. */
export const SECRET = 'pass-4711-secret';

const server = (more: object) => ({
  cloud: 'hetzner',
  name: 'web',
  region: 'DE',
  place: 'fsn1',
  native_size: 'cx23',
  price_per_month: 2.99,
  price_currency: 'EUR',
  disruption: 'none',
  user_data: SECRET,
  labels: { token: SECRET },
  ...more,
});
const change = (address: string, actions: string[], before: object | null, after: object | null, more: object = {}) => {
  const [type] = address.replace(/^(module\.[^.]+\.)+/, '').split('.');
  return {
    address,
    mode: 'managed',
    type,
    change: { actions, before, after, before_sensitive: {}, after_sensitive: {}, ...more },
  };
};

/** A plan as `terraform show -json` prints it, with one of all that can be. */
export const PLAN = {
  format_version: '1.2',
  terraform_version: '1.15.2',
  variables: { password: { value: SECRET } },
  resource_changes: [
    change(
      'hansa_server.web[0]',
      ['update'],
      server({}),
      server({ native_size: 'cx33', price_per_month: 5.49, disruption: 'stop', place: undefined }),
    ),
    change(
      'hansa_server.api["a.b"]',
      ['create'],
      null,
      server({
        cloud: 'prod',
        name: '<script>alert(1)</script>',
        region: 'fr-par-1',
        place: undefined,
        native_size: 'PLAY2-PICO',
        price_per_month: 10.42,
      }),
    ),
    change(
      'hansa_volume.data',
      ['create'],
      null,
      { cloud: 'hetzner', name: 'data', region: 'hel1', price_currency: 'EUR' },
      { after_unknown: { price_per_month: true } },
    ),
    change(
      'module.net.hansa_network.main',
      ['no-op'],
      { cloud: 'hetzner', name: 'main', region: 'DE', place: 'eu-central' },
      { cloud: 'hetzner', name: 'main', region: 'DE', place: 'eu-central' },
    ),
    change(
      'hansa_public_ip.old',
      ['delete'],
      { cloud: 'hetzner', name: 'old', place: 'fsn1', price_per_month: 3, price_currency: 'EUR' },
      null,
    ),
    change('hansa_public_ip.swiss', ['create'], null, {
      cloud: 'cloudscale',
      name: 'ip',
      region: 'rma1',
      price_per_month: 1,
      price_currency: 'CHF',
    }),
    change(
      'hansa_ssh_key.me',
      ['create'],
      null,
      { cloud: 'hetzner', name: SECRET, public_key: 'ssh-ed25519 AAAA' },
      { after_sensitive: { name: true } },
    ),
    change('hansa_server.gone', ['forget'], server({}), null),
    change('random_password.db', ['create'], null, { result: SECRET }),
    {
      address: 'data.hansa_image.x',
      mode: 'data',
      type: 'hansa_image',
      change: { actions: ['read'], before: null, after: {} },
    },
  ],
  output_changes: { password: { actions: ['create'], after: SECRET } },
  prior_state: { values: { outputs: { x: { value: SECRET } } } },
  configuration: {
    provider_config: {
      hansa: {
        expressions: { clouds: { constant_value: { prod: { driver: 'scaleway', secret_key: SECRET }, hetzner: {} } } },
      },
    },
    root_module: {
      resources: [
        {
          address: 'hansa_volume.data',
          expressions: {
            server_id: { references: ['hansa_server.web[0].id', 'hansa_server.web[0]', 'hansa_server.web'] },
          },
        },
        {
          address: 'hansa_server.web',
          expressions: {
            name: { constant_value: SECRET },
            networks: [{ network_id: { references: ['var.network'] } }],
          },
        },
      ],
      module_calls: { net: { module: { resources: [{ address: 'hansa_network.main', expressions: {} }] } } },
    },
  },
};
