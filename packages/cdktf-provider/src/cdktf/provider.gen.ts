// https://registry.terraform.io/providers/hansa/hansa/latest/docs
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface HansaProviderConfig {
  /**
  * Marks what this configuration makes, as a label at the cloud; by it an interrupted create is found again. Give each configuration its own. 1 to 63 of letters, digits, `-`, `_` and `.`. Default: `default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#owner HansaProvider#owner}
  */
  readonly owner?: string;
  /**
  * The clouds by the id that `cloud` names. Default: every driver and every vendor whose endpoint is known, with the credentials that the vendor's own tools find. Where it is set, only these can be used. What is left out of a cloud comes from its own environment variables and files.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#clouds HansaProvider#clouds}
  */
  readonly clouds?: { [key: string]: HansaProviderClouds } | cdktf.IResolvable;
  /**
  * What this configuration allows, wherever it puts things: what breaks it is an error of the plan at the attribute to blame, and what stands already is warned of.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#policy HansaProvider#policy}
  */
  readonly policy?: HansaProviderPolicy;
  /**
  * A file of claims of your own (YAML or JSON), laid over what is known of clouds: who controls them, where they stand, which certificates they hold.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#claims HansaProvider#claims}
  */
  readonly claims?: string;
  /**
  * Alias name
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#alias HansaProvider#alias}
  */
  readonly alias?: string;
}
export interface HansaProviderClouds {
  /**
  * The driver, where it is not the id itself: `hetzner`, `scaleway`, `openstack`, `upcloud`, `ionos`, `ovh`, `fulcrum`, `seca`. Or a vendor whose endpoint is known: `infomaniak`, `cleura`, `elastx`, `cloudferro`, `ovh-openstack`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#driver HansaProvider#driver}
  */
  readonly driver?: string;
  /**
  * Hetzner Cloud: API token of the project (Read & Write). Default: `HCLOUD_TOKEN`, then the active context of hcloud. UpCloud: API token (`ucat_…`). Default: `UPCLOUD_TOKEN`, then upctl's `upctl.yaml`. Wins over name and password. IONOS Cloud: Token. Default: `IONOS_TOKEN`, then the profile of IONOS's own config file. It wins over name and password. Fulcrum federation: Token of the participant who orders. Default: `FULCRUM_TOKEN`. SECA: Bearer token. Default: `SECA_TOKEN`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#token HansaProvider#token}
  */
  readonly token?: string;
  /**
  * Hetzner Cloud: Name of a context in hcloud's `cli.toml`, whose token is taken. Default: `HCLOUD_CONTEXT`, then the active one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#context HansaProvider#context}
  */
  readonly context?: string;
  /**
  * Hetzner Cloud: Location (`fsn1`) or country (`DE`) for what names no region of its own. Default: none. Scaleway: Region (`fr-par`) or country (`FR`), where no zone is given. Default: `SCW_DEFAULT_REGION`, then the profile. OpenStack: Region of the service catalogue (`RegionOne`). Default: `OS_REGION_NAME`, `region_name` in `clouds.yaml`, then the only one there is. UpCloud: Zone (`fi-hel1`) or country (`FI`) for what names no region of its own. Default: none. IONOS Cloud: Location (`de/fra`) or country (`DE`) for what names no region of its own. Default: none. OVHcloud: Region (`GRA11`) or country (`FR`) for what names none. Default: `OS_REGION_NAME` of an openrc file of OVHcloud. Fulcrum federation: Place (`fsn1`) or country (`DE`) for what names no region of its own, of the agent's cloud. SECA: Region or zone for what names none of its own. Default: `SECA_REGION`, then none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#region HansaProvider#region}
  */
  readonly region?: string;
  /**
  * Hetzner Cloud: URL of the API. Default: `HCLOUD_ENDPOINT`, then `https://api.hetzner.cloud/v1`. Scaleway: URL of the API. Default: `SCW_API_URL`, the profile, then `https://api.scaleway.com`. OpenStack: Keystone's URL (`auth_url` in `clouds.yaml`). Default: the vendor's, where it is known (`infomaniak`), else `OS_AUTH_URL`. A cloud under another id than `openstack` takes `OS_*` only where `OS_AUTH_URL` is this. UpCloud: URL of the API, with its version. Default: `UPCLOUD_DEBUG_API_BASE_URL` and `/1.3`, then `https://api.upcloud.com/1.3`. IONOS Cloud: URL of the API. Default: `IONOS_API_URL`, the profile, then `https://api.ionos.com/cloudapi/v6`. OVHcloud: Which API: `ovh-eu`, `ovh-ca`, `ovh-us` or a URL (`https://eu.api.ovh.com/1.0`). Default: `OVH_ENDPOINT`, `ovh.conf`, then `ovh-eu`. Fulcrum federation: URL of the federation's core, without `/api/v1`. Default: `FULCRUM_URL`. SECA: URL below which `/.wellknown/secapi` is answered. Default: `SECA_URL`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#endpoint HansaProvider#endpoint}
  */
  readonly endpoint?: string;
  /**
  * Scaleway: Access key (`SCW…`) of the API key. Only asked for the default project. Default: `SCW_ACCESS_KEY`, then the profile.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#access_key HansaProvider#access_key}
  */
  readonly accessKey?: string;
  /**
  * Scaleway: Secret key of the API key. Default: `SCW_SECRET_KEY`, then the profile of scw's `config.yaml`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#secret_key HansaProvider#secret_key}
  */
  readonly secretKey?: string;
  /**
  * Scaleway: Id of the project. Default: `SCW_DEFAULT_PROJECT_ID`, the profile, then the default project of the API key. OpenStack: Id of the project, in place of its name. Default: `OS_PROJECT_ID`. OVHcloud: Id of the Public Cloud project. Default: `OVH_CLOUD_PROJECT_SERVICE`, `default_cloud_project` in `ovh.conf`, then the only project there is.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#project_id HansaProvider#project_id}
  */
  readonly projectId?: string;
  /**
  * Scaleway: Id of the organization; its default project has the same id. Default: `SCW_DEFAULT_ORGANIZATION_ID`, then the profile.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#organization_id HansaProvider#organization_id}
  */
  readonly organizationId?: string;
  /**
  * Scaleway: Zone (`fr-par-1`) for what names no region of its own. Default: `SCW_DEFAULT_ZONE`, then the profile.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#zone HansaProvider#zone}
  */
  readonly zone?: string;
  /**
  * Scaleway: Name of a profile in scw's `config.yaml`. Default: `SCW_PROFILE`, then the active one. IONOS Cloud: Name of a profile in IONOS's config file. Default: `IONOS_CURRENT_PROFILE`, then the file's current one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#profile HansaProvider#profile}
  */
  readonly profile?: string;
  /**
  * OpenStack: Name of an entry in `clouds.yaml`. Default: the one called like this cloud; for `openstack` itself `OS_CLOUD`, or the only one; for a vendor whose endpoint is known (`infomaniak`) one for that endpoint.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#cloud HansaProvider#cloud}
  */
  readonly cloud?: string;
  /**
  * OpenStack: Country of the region, ISO 3166-1 alpha-2 (`DE`), since OpenStack does not tell. Default: the one that is known of the vendor, else unknown.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#country HansaProvider#country}
  */
  readonly country?: string;
  /**
  * OpenStack: Which of the catalogue's addresses to use. Default: `OS_INTERFACE`, `interface` in `clouds.yaml`, then `public`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#interface HansaProvider#interface}
  */
  readonly interface?: string;
  /**
  * OpenStack: Name or id of the external network that public IPs come from and that new networks are routed to; `none` routes nothing. Default: the one that is known of the vendor, the one that the cloud marks as default, or the only one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#external_network HansaProvider#external_network}
  */
  readonly externalNetwork?: string;
  /**
  * OpenStack: Volume type of the volumes that servers boot from; needs the Compute API 2.67 (Stein, 2019). Default: the cloud's own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#volume_type HansaProvider#volume_type}
  */
  readonly volumeType?: string;
  /**
  * OpenStack: Id of an application credential. Default: `OS_APPLICATION_CREDENTIAL_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#application_credential_id HansaProvider#application_credential_id}
  */
  readonly applicationCredentialId?: string;
  /**
  * OpenStack: Secret of the application credential. Default: `OS_APPLICATION_CREDENTIAL_SECRET`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#application_credential_secret HansaProvider#application_credential_secret}
  */
  readonly applicationCredentialSecret?: string;
  /**
  * OpenStack: User name, where no application credential is used. Default: `OS_USERNAME`. UpCloud: Name of a (sub)account that may use the API. Default: `UPCLOUD_USERNAME`, then `upctl.yaml`. IONOS Cloud: Name (e-mail address), where there is no token. Default: `IONOS_USERNAME`, then the profile.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#username HansaProvider#username}
  */
  readonly username?: string;
  /**
  * OpenStack: Password of the user. Default: `OS_PASSWORD`. UpCloud: Its password. Default: `UPCLOUD_PASSWORD`, then `upctl.yaml`. IONOS Cloud: Password to the name. Default: `IONOS_PASSWORD`, then the profile.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#password HansaProvider#password}
  */
  readonly password?: string;
  /**
  * OpenStack: Name of the domain of the user. Default: `OS_USER_DOMAIN_NAME`, then `Default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#user_domain HansaProvider#user_domain}
  */
  readonly userDomain?: string;
  /**
  * OpenStack: Name of the project, where the user has several. Default: `OS_PROJECT_NAME`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#project HansaProvider#project}
  */
  readonly project?: string;
  /**
  * OpenStack: Name of the domain of the project. Default: `OS_PROJECT_DOMAIN_NAME`, then `Default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#project_domain HansaProvider#project_domain}
  */
  readonly projectDomain?: string;
  /**
  * IONOS Cloud: Number of the contract, for resellers who have several. Default: `IONOS_CONTRACT_NUMBER`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#contract_number HansaProvider#contract_number}
  */
  readonly contractNumber?: string;
  /**
  * IONOS Cloud: Id of a data center of yours to work in. Default: one for each owner and location, made when it is first needed and removed when it is empty.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#datacenter_id HansaProvider#datacenter_id}
  */
  readonly datacenterId?: string;
  /**
  * OVHcloud: Application key. Default: `OVH_APPLICATION_KEY`, then `ovh.conf`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#application_key HansaProvider#application_key}
  */
  readonly applicationKey?: string;
  /**
  * OVHcloud: Secret of the application. Default: `OVH_APPLICATION_SECRET`, then `ovh.conf`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#application_secret HansaProvider#application_secret}
  */
  readonly applicationSecret?: string;
  /**
  * OVHcloud: Consumer key, which says whose account it is. Default: `OVH_CONSUMER_KEY`, then `ovh.conf`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#consumer_key HansaProvider#consumer_key}
  */
  readonly consumerKey?: string;
  /**
  * OVHcloud: Id of a service account (OAuth2), in place of the three keys. Default: `OVH_CLIENT_ID`, then `ovh.conf`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#client_id HansaProvider#client_id}
  */
  readonly clientId?: string;
  /**
  * OVHcloud: Secret of the service account. Default: `OVH_CLIENT_SECRET`, then `ovh.conf`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#client_secret HansaProvider#client_secret}
  */
  readonly clientSecret?: string;
  /**
  * OVHcloud: Subsidiary of OVHcloud whose price list counts (`DE`). Default: `FR` at ovh-eu, `CA` at ovh-ca, `US` at ovh-us.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#subsidiary HansaProvider#subsidiary}
  */
  readonly subsidiary?: string;
  /**
  * OVHcloud: Name of the project's OpenStack user (`user-…`), for firewalls and public IPs. Default: `OVH_OPENSTACK_USERNAME`, then `OS_USERNAME` of an openrc file of OVHcloud.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#openstack_username HansaProvider#openstack_username}
  */
  readonly openstackUsername?: string;
  /**
  * OVHcloud: Password of that user. Default: `OVH_OPENSTACK_PASSWORD`, then `OS_PASSWORD` likewise.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#openstack_password HansaProvider#openstack_password}
  */
  readonly openstackPassword?: string;
  /**
  * Fulcrum federation: Id of the participant who orders, where the token is an admin's. Default: `FULCRUM_PARTICIPANT`, then the one that the token is of.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#participant HansaProvider#participant}
  */
  readonly participant?: string;
  /**
  * Fulcrum federation: Id of the agent that delivers. Default: `FULCRUM_AGENT`, then whichever agent has the tags. What it is at first it stays.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#agent HansaProvider#agent}
  */
  readonly agent?: string;
  /**
  * Fulcrum federation: Tags that the agent must have, comma-separated (`country:DE,cloud:hetzner`), where its id is not given. Default: `FULCRUM_AGENT_TAGS`, then none: any agent.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#agent_tags HansaProvider#agent_tags}
  */
  readonly agentTags?: string;
  /**
  * SECA: Tenant. Default: `SECA_TENANT`, then `default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#tenant HansaProvider#tenant}
  */
  readonly tenant?: string;
  /**
  * SECA: Workspace that everything stands in; it must be there. Default: `SECA_WORKSPACE`, then `default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#workspace HansaProvider#workspace}
  */
  readonly workspace?: string;
}

export function hansaProviderCloudsToTerraform(struct?: HansaProviderClouds | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    driver: cdktf.stringToTerraform(struct!.driver),
    token: cdktf.stringToTerraform(struct!.token),
    context: cdktf.stringToTerraform(struct!.context),
    region: cdktf.stringToTerraform(struct!.region),
    endpoint: cdktf.stringToTerraform(struct!.endpoint),
    access_key: cdktf.stringToTerraform(struct!.accessKey),
    secret_key: cdktf.stringToTerraform(struct!.secretKey),
    project_id: cdktf.stringToTerraform(struct!.projectId),
    organization_id: cdktf.stringToTerraform(struct!.organizationId),
    zone: cdktf.stringToTerraform(struct!.zone),
    profile: cdktf.stringToTerraform(struct!.profile),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    country: cdktf.stringToTerraform(struct!.country),
    interface: cdktf.stringToTerraform(struct!.interface),
    external_network: cdktf.stringToTerraform(struct!.externalNetwork),
    volume_type: cdktf.stringToTerraform(struct!.volumeType),
    application_credential_id: cdktf.stringToTerraform(struct!.applicationCredentialId),
    application_credential_secret: cdktf.stringToTerraform(struct!.applicationCredentialSecret),
    username: cdktf.stringToTerraform(struct!.username),
    password: cdktf.stringToTerraform(struct!.password),
    user_domain: cdktf.stringToTerraform(struct!.userDomain),
    project: cdktf.stringToTerraform(struct!.project),
    project_domain: cdktf.stringToTerraform(struct!.projectDomain),
    contract_number: cdktf.stringToTerraform(struct!.contractNumber),
    datacenter_id: cdktf.stringToTerraform(struct!.datacenterId),
    application_key: cdktf.stringToTerraform(struct!.applicationKey),
    application_secret: cdktf.stringToTerraform(struct!.applicationSecret),
    consumer_key: cdktf.stringToTerraform(struct!.consumerKey),
    client_id: cdktf.stringToTerraform(struct!.clientId),
    client_secret: cdktf.stringToTerraform(struct!.clientSecret),
    subsidiary: cdktf.stringToTerraform(struct!.subsidiary),
    openstack_username: cdktf.stringToTerraform(struct!.openstackUsername),
    openstack_password: cdktf.stringToTerraform(struct!.openstackPassword),
    participant: cdktf.stringToTerraform(struct!.participant),
    agent: cdktf.stringToTerraform(struct!.agent),
    agent_tags: cdktf.stringToTerraform(struct!.agentTags),
    tenant: cdktf.stringToTerraform(struct!.tenant),
    workspace: cdktf.stringToTerraform(struct!.workspace),
  }
}


export function hansaProviderCloudsToHclTerraform(struct?: HansaProviderClouds | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    driver: {
      value: cdktf.stringToHclTerraform(struct!.driver),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token: {
      value: cdktf.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    context: {
      value: cdktf.stringToHclTerraform(struct!.context),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    region: {
      value: cdktf.stringToHclTerraform(struct!.region),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktf.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    access_key: {
      value: cdktf.stringToHclTerraform(struct!.accessKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_key: {
      value: cdktf.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project_id: {
      value: cdktf.stringToHclTerraform(struct!.projectId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    organization_id: {
      value: cdktf.stringToHclTerraform(struct!.organizationId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    zone: {
      value: cdktf.stringToHclTerraform(struct!.zone),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktf.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cloud: {
      value: cdktf.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    country: {
      value: cdktf.stringToHclTerraform(struct!.country),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    interface: {
      value: cdktf.stringToHclTerraform(struct!.interface),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    external_network: {
      value: cdktf.stringToHclTerraform(struct!.externalNetwork),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    volume_type: {
      value: cdktf.stringToHclTerraform(struct!.volumeType),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_credential_id: {
      value: cdktf.stringToHclTerraform(struct!.applicationCredentialId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_credential_secret: {
      value: cdktf.stringToHclTerraform(struct!.applicationCredentialSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    username: {
      value: cdktf.stringToHclTerraform(struct!.username),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    password: {
      value: cdktf.stringToHclTerraform(struct!.password),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    user_domain: {
      value: cdktf.stringToHclTerraform(struct!.userDomain),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project: {
      value: cdktf.stringToHclTerraform(struct!.project),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project_domain: {
      value: cdktf.stringToHclTerraform(struct!.projectDomain),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    contract_number: {
      value: cdktf.stringToHclTerraform(struct!.contractNumber),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    datacenter_id: {
      value: cdktf.stringToHclTerraform(struct!.datacenterId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_key: {
      value: cdktf.stringToHclTerraform(struct!.applicationKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_secret: {
      value: cdktf.stringToHclTerraform(struct!.applicationSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    consumer_key: {
      value: cdktf.stringToHclTerraform(struct!.consumerKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_id: {
      value: cdktf.stringToHclTerraform(struct!.clientId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_secret: {
      value: cdktf.stringToHclTerraform(struct!.clientSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    subsidiary: {
      value: cdktf.stringToHclTerraform(struct!.subsidiary),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    openstack_username: {
      value: cdktf.stringToHclTerraform(struct!.openstackUsername),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    openstack_password: {
      value: cdktf.stringToHclTerraform(struct!.openstackPassword),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    participant: {
      value: cdktf.stringToHclTerraform(struct!.participant),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    agent: {
      value: cdktf.stringToHclTerraform(struct!.agent),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    agent_tags: {
      value: cdktf.stringToHclTerraform(struct!.agentTags),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tenant: {
      value: cdktf.stringToHclTerraform(struct!.tenant),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    workspace: {
      value: cdktf.stringToHclTerraform(struct!.workspace),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicyControl {
  /**
  * Where the contracting party and everyone who controls it must be established: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#countries HansaProvider#countries}
  */
  readonly countries: string[];
  /**
  * How much of an entity one holder from elsewhere may have, percent, without counting as control. Default: 24, as SecNumCloud 3.2 (19.6) has it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#max_share_percent HansaProvider#max_share_percent}
  */
  readonly maxSharePercent?: number;
  /**
  * How much of an entity all holders from elsewhere may have together, percent. Default: 39, as SecNumCloud 3.2 (19.6) has it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#max_joint_share_percent HansaProvider#max_joint_share_percent}
  */
  readonly maxJointSharePercent?: number;
  /**
  * Whose word counts where owners or their power are not known: `self-declared` (that of the cloud), `third-party-assessment`. Default: nobody’s, so that it stays unknown.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#statements HansaProvider#statements}
  */
  readonly statements?: string[];
}

export function hansaProviderPolicyControlToTerraform(struct?: HansaProviderPolicyControl | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    countries: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.countries),
    max_share_percent: cdktf.numberToTerraform(struct!.maxSharePercent),
    max_joint_share_percent: cdktf.numberToTerraform(struct!.maxJointSharePercent),
    statements: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.statements),
  }
}


export function hansaProviderPolicyControlToHclTerraform(struct?: HansaProviderPolicyControl | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    countries: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.countries),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    max_share_percent: {
      value: cdktf.numberToHclTerraform(struct!.maxSharePercent),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    max_joint_share_percent: {
      value: cdktf.numberToHclTerraform(struct!.maxJointSharePercent),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    statements: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.statements),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicyCertifications {
  /**
  * The scheme, such as `c5`, `secnumcloud`, `iso-27001`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#scheme HansaProvider#scheme}
  */
  readonly scheme: string;
  /**
  * The least level of it, such as `type-2`. Default: any.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#level HansaProvider#level}
  */
  readonly level?: string;
  /**
  * For which services it is wanted: `server`, `volume`, … Default: all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#services HansaProvider#services}
  */
  readonly services?: string[];
  /**
  * What counts: `held`, `third-party-assessment`, `self-declared`, `in-process`. Default: `held` alone.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#statuses HansaProvider#statuses}
  */
  readonly statuses?: string[];
}

export function hansaProviderPolicyCertificationsToTerraform(struct?: HansaProviderPolicyCertifications | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    scheme: cdktf.stringToTerraform(struct!.scheme),
    level: cdktf.stringToTerraform(struct!.level),
    services: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.services),
    statuses: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.statuses),
  }
}


export function hansaProviderPolicyCertificationsToHclTerraform(struct?: HansaProviderPolicyCertifications | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    scheme: {
      value: cdktf.stringToHclTerraform(struct!.scheme),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    level: {
      value: cdktf.stringToHclTerraform(struct!.level),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    services: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.services),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    statuses: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.statuses),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicyBackup {
  /**
  * The cloud that backups go to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#cloud HansaProvider#cloud}
  */
  readonly cloud?: string;
  /**
  * The country in which they are kept.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#country HansaProvider#country}
  */
  readonly country?: string;
  /**
  * Whether that must be another country than that of the data.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#other_country HansaProvider#other_country}
  */
  readonly otherCountry?: boolean | cdktf.IResolvable;
  /**
  * What must be backed up. Default: every service that keeps data.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#services HansaProvider#services}
  */
  readonly services?: string[];
}

export function hansaProviderPolicyBackupToTerraform(struct?: HansaProviderPolicyBackup | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cloud: cdktf.stringToTerraform(struct!.cloud),
    country: cdktf.stringToTerraform(struct!.country),
    other_country: cdktf.booleanToTerraform(struct!.otherCountry),
    services: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.services),
  }
}


export function hansaProviderPolicyBackupToHclTerraform(struct?: HansaProviderPolicyBackup | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cloud: {
      value: cdktf.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    country: {
      value: cdktf.stringToHclTerraform(struct!.country),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    other_country: {
      value: cdktf.booleanToHclTerraform(struct!.otherCountry),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    services: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.services),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicyPrice {
  /**
  * Currency of the limits, ISO 4217.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#currency HansaProvider#currency}
  */
  readonly currency: string;
  /**
  * The most that one resource may cost a month, net.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#per_resource HansaProvider#per_resource}
  */
  readonly perResource?: number;
  /**
  * The most that all resources together may cost a month, net.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#total HansaProvider#total}
  */
  readonly total?: number;
  /**
  * What one unit of another currency is worth in `currency`. Without one, prices in it count as unknown.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#rates HansaProvider#rates}
  */
  readonly rates?: { [key: string]: number };
}

export function hansaProviderPolicyPriceToTerraform(struct?: HansaProviderPolicyPrice | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    currency: cdktf.stringToTerraform(struct!.currency),
    per_resource: cdktf.numberToTerraform(struct!.perResource),
    total: cdktf.numberToTerraform(struct!.total),
    rates: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.rates),
  }
}


export function hansaProviderPolicyPriceToHclTerraform(struct?: HansaProviderPolicyPrice | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    currency: {
      value: cdktf.stringToHclTerraform(struct!.currency),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    per_resource: {
      value: cdktf.numberToHclTerraform(struct!.perResource),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    total: {
      value: cdktf.numberToHclTerraform(struct!.total),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    rates: {
      value: cdktf.hashMapperHcl(cdktf.numberToHclTerraform)(struct!.rates),
      isBlock: false,
      type: "map",
      storageClassType: "numberMap",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicyExceptions {
  /**
  * The rule that is set aside.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#rule HansaProvider#rule}
  */
  readonly rule: string;
  /**
  * At which cloud. Default: at every one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#cloud HansaProvider#cloud}
  */
  readonly cloud?: string;
  /**
  * Of the rule `control`: this holder alone is accepted.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#entity HansaProvider#entity}
  */
  readonly entity?: string;
  /**
  * Why; it stands in every explanation and report.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#because HansaProvider#because}
  */
  readonly because: string;
  /**
  * The last day on which it counts, as `2026-12-31`. Default: it stays.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#until HansaProvider#until}
  */
  readonly until?: string;
}

export function hansaProviderPolicyExceptionsToTerraform(struct?: HansaProviderPolicyExceptions | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    rule: cdktf.stringToTerraform(struct!.rule),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    entity: cdktf.stringToTerraform(struct!.entity),
    because: cdktf.stringToTerraform(struct!.because),
    until: cdktf.stringToTerraform(struct!.until),
  }
}


export function hansaProviderPolicyExceptionsToHclTerraform(struct?: HansaProviderPolicyExceptions | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    rule: {
      value: cdktf.stringToHclTerraform(struct!.rule),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cloud: {
      value: cdktf.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    entity: {
      value: cdktf.stringToHclTerraform(struct!.entity),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    because: {
      value: cdktf.stringToHclTerraform(struct!.because),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    until: {
      value: cdktf.stringToHclTerraform(struct!.until),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface HansaProviderPolicy {
  /**
  * Rules to begin with: `cispe`, `secnumcloud-grade`, `c5-grade`, `eea-only`, `eu-only`. What is given beside it stands in the place of the preset's own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#preset HansaProvider#preset}
  */
  readonly preset?: string;
  /**
  * Where things may stand: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE` (found adequate by the European Commission).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#countries HansaProvider#countries}
  */
  readonly countries?: string[];
  /**
  * From where a cloud may be controlled, up to its last owner.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#control HansaProvider#control}
  */
  readonly control?: HansaProviderPolicyControl;
  /**
  * Certificates and attestations that must be held.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#certifications HansaProvider#certifications}
  */
  readonly certifications?: HansaProviderPolicyCertifications[] | cdktf.IResolvable;
  /**
  * Open interfaces, of which the service must speak one: `openstack`, `s3`, `kubernetes`, `seca`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#interfaces HansaProvider#interfaces}
  */
  readonly interfaces?: string[];
  /**
  * A second cloud for backups, which nobody controls who controls the first.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#backup HansaProvider#backup}
  */
  readonly backup?: HansaProviderPolicyBackup;
  /**
  * Services whose things must be protected from deletion: `server`, `volume`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#deletion_protection HansaProvider#deletion_protection}
  */
  readonly deletionProtection?: string[];
  /**
  * Services whose data must be encrypted with keys that the customer alone holds: `server`, `volume`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#customer_keys HansaProvider#customer_keys}
  */
  readonly customerKeys?: string[];
  /**
  * Limits of the net price a month.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#price HansaProvider#price}
  */
  readonly price?: HansaProviderPolicyPrice;
  /**
  * What is accepted all the same, each with its reason.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#exceptions HansaProvider#exceptions}
  */
  readonly exceptions?: HansaProviderPolicyExceptions[] | cdktf.IResolvable;
  /**
  * What it means that nobody can tell whether a rule is met: `error` (default), `warning` or `allow`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#unknown HansaProvider#unknown}
  */
  readonly unknown?: string;
}

export function hansaProviderPolicyToTerraform(struct?: HansaProviderPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    preset: cdktf.stringToTerraform(struct!.preset),
    countries: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.countries),
    control: hansaProviderPolicyControlToTerraform(struct!.control),
    certifications: cdktf.listMapper(hansaProviderPolicyCertificationsToTerraform, false)(struct!.certifications),
    interfaces: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.interfaces),
    backup: hansaProviderPolicyBackupToTerraform(struct!.backup),
    deletion_protection: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.deletionProtection),
    customer_keys: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.customerKeys),
    price: hansaProviderPolicyPriceToTerraform(struct!.price),
    exceptions: cdktf.listMapper(hansaProviderPolicyExceptionsToTerraform, false)(struct!.exceptions),
    unknown: cdktf.stringToTerraform(struct!.unknown),
  }
}


export function hansaProviderPolicyToHclTerraform(struct?: HansaProviderPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    preset: {
      value: cdktf.stringToHclTerraform(struct!.preset),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    countries: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.countries),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    control: {
      value: hansaProviderPolicyControlToHclTerraform(struct!.control),
      isBlock: true,
      type: "struct",
      storageClassType: "HansaProviderPolicyControl",
    },
    certifications: {
      value: cdktf.listMapperHcl(hansaProviderPolicyCertificationsToHclTerraform, false)(struct!.certifications),
      isBlock: true,
      type: "list",
      storageClassType: "HansaProviderPolicyCertificationsList",
    },
    interfaces: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.interfaces),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    backup: {
      value: hansaProviderPolicyBackupToHclTerraform(struct!.backup),
      isBlock: true,
      type: "struct",
      storageClassType: "HansaProviderPolicyBackup",
    },
    deletion_protection: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.deletionProtection),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    customer_keys: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.customerKeys),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    price: {
      value: hansaProviderPolicyPriceToHclTerraform(struct!.price),
      isBlock: true,
      type: "struct",
      storageClassType: "HansaProviderPolicyPrice",
    },
    exceptions: {
      value: cdktf.listMapperHcl(hansaProviderPolicyExceptionsToHclTerraform, false)(struct!.exceptions),
      isBlock: true,
      type: "list",
      storageClassType: "HansaProviderPolicyExceptionsList",
    },
    unknown: {
      value: cdktf.stringToHclTerraform(struct!.unknown),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


/**
* One provider for many clouds: the same resources everywhere, `cloud` says where.
*
* Represents a {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs hansa}
*/
export class HansaProvider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "hansa";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a HansaProvider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the HansaProvider to import
  * @param importFromId The id of the existing HansaProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the HansaProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "hansa", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs hansa} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options HansaProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: HansaProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'hansa',
      terraformGeneratorMetadata: {
        providerName: 'hansa',
        providerVersionConstraint: '~> 0.1'
      },
      terraformProviderSource: 'hansa/hansa'
    });
    this._owner = config.owner;
    this._clouds = config.clouds;
    this._policy = config.policy;
    this._claims = config.claims;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // owner - computed: false, optional: true, required: false
  private _owner?: string;
  public get owner() {
    return this._owner;
  }
  public set owner(value: string | undefined) {
    this._owner = value;
  }
  public resetOwner() {
    this._owner = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ownerInput() {
    return this._owner;
  }

  // clouds - computed: false, optional: true, required: false
  private _clouds?: { [key: string]: HansaProviderClouds } | cdktf.IResolvable;
  public get clouds() {
    return this._clouds;
  }
  public set clouds(value: { [key: string]: HansaProviderClouds } | cdktf.IResolvable | undefined) {
    this._clouds = value;
  }
  public resetClouds() {
    this._clouds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudsInput() {
    return this._clouds;
  }

  // policy - computed: false, optional: true, required: false
  private _policy?: HansaProviderPolicy;
  public get policy() {
    return this._policy;
  }
  public set policy(value: HansaProviderPolicy | undefined) {
    this._policy = value;
  }
  public resetPolicy() {
    this._policy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy;
  }

  // claims - computed: false, optional: true, required: false
  private _claims?: string;
  public get claims() {
    return this._claims;
  }
  public set claims(value: string | undefined) {
    this._claims = value;
  }
  public resetClaims() {
    this._claims = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get claimsInput() {
    return this._claims;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string;
  public override get alias() {
    return this._alias;
  }
  public override set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // =========
  // SYNTHESIS
  // =========

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      owner: cdktf.stringToTerraform(this._owner),
      clouds: cdktf.hashMapper(hansaProviderCloudsToTerraform)(this._clouds),
      policy: hansaProviderPolicyToTerraform(this._policy),
      claims: cdktf.stringToTerraform(this._claims),
      alias: cdktf.stringToTerraform(this._alias),
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      owner: {
        value: cdktf.stringToHclTerraform(this._owner),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      clouds: {
        value: cdktf.hashMapperHcl(hansaProviderCloudsToHclTerraform)(this._clouds),
        isBlock: true,
        type: "map",
        storageClassType: "HansaProviderCloudsMap",
      },
      policy: {
        value: hansaProviderPolicyToHclTerraform(this._policy),
        isBlock: true,
        type: "struct",
        storageClassType: "HansaProviderPolicy",
      },
      claims: {
        value: cdktf.stringToHclTerraform(this._claims),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
