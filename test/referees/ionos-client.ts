import {
  Configuration,
  ContractResourcesApi,
  DataCentersApi,
  FirewallRulesApi,
  ImagesApi,
  IPBlocksApi,
  LANsApi,
  LabelsApi,
  LocationsApi,
  NetworkInterfacesApi,
  RequestsApi,
  SecurityGroupsApi,
  ServersApi,
  VolumesApi,
} from '@ionos-cloud/sdk-nodejs';

/** IONOS's own client at an emulator, by name and password: the SDK goes in by token. */
export function ionosClient(env: Readonly<Record<string, string>>) {
  const config = new Configuration({
    username: env['IONOS_USERNAME'] ?? '',
    password: env['IONOS_PASSWORD'] ?? '',
    basePath: env['IONOS_API_URL'] ?? '',
  });
  // It sleeps before every request, the first too: a second, unless less is allowed.
  config.setMaxWaitTime(0);
  const requests = new RequestsApi(config);
  return {
    datacenters: new DataCentersApi(config),
    servers: new ServersApi(config),
    volumes: new VolumesApi(config),
    nics: new NetworkInterfacesApi(config),
    lans: new LANsApi(config),
    rules: new FirewallRulesApi(config),
    groups: new SecurityGroupsApi(config),
    ipBlocks: new IPBlocksApi(config),
    labels: new LabelsApi(config),
    locations: new LocationsApi(config),
    images: new ImagesApi(config),
    contracts: new ContractResourcesApi(config),
    requests,
    /** What an order answers, once it is carried out: `wait` lets time pass until its status says so. */
    async done<T>(order: Promise<{ data: T; headers: Record<string, string> }>, wait: () => Promise<void>): Promise<T> {
      const { data, headers } = await order;
      const requestId = /\/requests\/([^/]+)\/status$/.exec(headers['location'] ?? '')?.[1] ?? '';
      for (;;) {
        const { status, message } = (await requests.requestsStatusGet({ requestId })).data.metadata ?? {};
        if (status === 'DONE') return data;
        if (status === 'FAILED') throw new Error(message);
        await wait();
      }
    },
  };
}
