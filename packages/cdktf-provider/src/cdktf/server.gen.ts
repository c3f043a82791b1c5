// https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ServerConfig extends cdktf.TerraformMetaArguments {
  /**
  * Id of the cloud: a key of `clouds` in the provider, or, where `clouds` is not set, one of `hetzner`, `scaleway`, `openstack`, `upcloud`, `ionos`, `ovh`, `fulcrum`, `seca`, `infomaniak`, `cleura`, `elastx`, `cloudferro`, `ovh-openstack`. Changing it makes a new one. Or give `candidates`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#cloud Server#cloud}
  */
  readonly cloud?: string;
  /**
  * Where it may be made, in place of `cloud`, `region`, `size`: such as the `candidates` of a `hansa_placement`. It is made at the first of them that is not sold out there and within the quota, which is known after the apply; what stands is not moved by another list. Lists of ids (`ssh_key_ids`) may then name things of several clouds, and at each its own count.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#candidates Server#candidates}
  */
  readonly candidates?: ServerCandidates[] | cdktf.IResolvable;
  /**
  * Name: 1 to 63 of `a-z`, `0-9` and `-`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#name Server#name}
  */
  readonly name: string;
  /**
  * Labels (tags) by key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#labels Server#labels}
  */
  readonly labels?: { [key: string]: string };
  /**
  * What the model lacks: a JSON object merged into the vendor's own create request, for one cloud alone. Changing it replaces the resource.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#native Server#native}
  */
  readonly native?: string;
  /**
  * Where it stands: the vendor's own region or zone (`fsn1`, `fr-par-1`) or a country (`DE`). Default: the cloud's configured region.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#region Server#region}
  */
  readonly region?: string;
  /**
  * SCS flavour name (`SCS-2V-4`), or the vendor's own type (`cx23`, `DEV1-S`). Or give `vcpus` and `memory_gib`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#size Server#size}
  */
  readonly size?: string;
  /**
  * At least so many vCPUs, where `size` is not given.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#vcpus Server#vcpus}
  */
  readonly vcpus?: number;
  /**
  * At least so much memory in GiB, where `size` is not given.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#memory_gib Server#memory_gib}
  */
  readonly memoryGib?: number;
  /**
  * Root disk: at least so many GiB.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#disk_gib Server#disk_gib}
  */
  readonly diskGib?: number;
  /**
  * `x86` or `arm`. Default: as the size has it, else x86.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#architecture Server#architecture}
  */
  readonly architecture?: string;
  /**
  * Image: `debian-12`, `ubuntu-24.04`, or the vendor's own id. Resolved once, when the server is made.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#image Server#image}
  */
  readonly image: string;
  /**
  * Ids of the SSH keys that the new server lets in.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#ssh_key_ids Server#ssh_key_ids}
  */
  readonly sshKeyIds?: string[];
  /**
  * cloud-init user data, plain text, at most 32 KiB (Hetzner's limit, the smallest). Sent once, when the server is made, and never stored; to have a new one take effect change `user_data_version`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#user_data Server#user_data}
  */
  readonly userData?: string;
  /**
  * Any text; changing it replaces the server, so that new `user_data` takes effect: no running server takes it. None is a version like any other: the first one replaces the server too, and so does taking it away; give it when the user data changes, and not before. After an import none is known: the one that is configured is taken down with the next change, and replaces nothing.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#user_data_version Server#user_data_version}
  */
  readonly userDataVersion?: string;
  /**
  * `on` or `off`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#power Server#power}
  */
  readonly power?: string;
  /**
  * Private networks that it joins, in order.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#networks Server#networks}
  */
  readonly networks?: ServerNetworks[] | cdktf.IResolvable;
  /**
  * Ids of the firewalls that it stands behind.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#firewall_ids Server#firewall_ids}
  */
  readonly firewallIds?: string[];
  /**
  * Whether it has a public IPv4 address of its own, which comes and goes with it. Default: as the cloud does it. For an address that stays, use a public IP.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#public_ipv4 Server#public_ipv4}
  */
  readonly publicIpv4?: boolean | cdktf.IResolvable;
}
export interface ServerCandidates {
  /**
  * Id of the cloud.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#cloud Server#cloud}
  */
  readonly cloud: string;
  /**
  * The vendor's own place, or a country.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#region Server#region}
  */
  readonly region: string;
  /**
  * SCS flavour name (`SCS-2V-4`), or the vendor's own type (`cx23`, `DEV1-S`). Or give `vcpus` and `memory_gib`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#size Server#size}
  */
  readonly size?: string;
  /**
  * What it costs there, as a placement tells it, to be seen in the plan; nothing follows from it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#price_per_month Server#price_per_month}
  */
  readonly pricePerMonth?: number;
  /**
  * Currency of that price, ISO 4217.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#price_currency Server#price_currency}
  */
  readonly priceCurrency?: string;
}

export function serverCandidatesToTerraform(struct?: ServerCandidates | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cloud: cdktf.stringToTerraform(struct!.cloud),
    region: cdktf.stringToTerraform(struct!.region),
    size: cdktf.stringToTerraform(struct!.size),
    price_per_month: cdktf.numberToTerraform(struct!.pricePerMonth),
    price_currency: cdktf.stringToTerraform(struct!.priceCurrency),
  }
}


export function serverCandidatesToHclTerraform(struct?: ServerCandidates | cdktf.IResolvable): any {
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
    region: {
      value: cdktf.stringToHclTerraform(struct!.region),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    size: {
      value: cdktf.stringToHclTerraform(struct!.size),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    price_per_month: {
      value: cdktf.numberToHclTerraform(struct!.pricePerMonth),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    price_currency: {
      value: cdktf.stringToHclTerraform(struct!.priceCurrency),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ServerCandidatesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ServerCandidates | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cloud !== undefined) {
      hasAnyValues = true;
      internalValueResult.cloud = this._cloud;
    }
    if (this._region !== undefined) {
      hasAnyValues = true;
      internalValueResult.region = this._region;
    }
    if (this._size !== undefined) {
      hasAnyValues = true;
      internalValueResult.size = this._size;
    }
    if (this._pricePerMonth !== undefined) {
      hasAnyValues = true;
      internalValueResult.pricePerMonth = this._pricePerMonth;
    }
    if (this._priceCurrency !== undefined) {
      hasAnyValues = true;
      internalValueResult.priceCurrency = this._priceCurrency;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ServerCandidates | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._cloud = undefined;
      this._region = undefined;
      this._size = undefined;
      this._pricePerMonth = undefined;
      this._priceCurrency = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._cloud = value.cloud;
      this._region = value.region;
      this._size = value.size;
      this._pricePerMonth = value.pricePerMonth;
      this._priceCurrency = value.priceCurrency;
    }
  }

  // cloud - computed: true, optional: false, required: true
  private _cloud?: string;
  public get cloud() {
    return this.getStringAttribute('cloud');
  }
  public set cloud(value: string) {
    this._cloud = value;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInput() {
    return this._cloud;
  }

  // region - computed: true, optional: false, required: true
  private _region?: string;
  public get region() {
    return this.getStringAttribute('region');
  }
  public set region(value: string) {
    this._region = value;
  }
  // Temporarily expose input value. Use with caution.
  public get regionInput() {
    return this._region;
  }

  // size - computed: true, optional: true, required: false
  private _size?: string;
  public get size() {
    return this.getStringAttribute('size');
  }
  public set size(value: string) {
    this._size = value;
  }
  public resetSize() {
    this._size = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sizeInput() {
    return this._size;
  }

  // price_per_month - computed: true, optional: true, required: false
  private _pricePerMonth?: number;
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }
  public set pricePerMonth(value: number) {
    this._pricePerMonth = value;
  }
  public resetPricePerMonth() {
    this._pricePerMonth = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pricePerMonthInput() {
    return this._pricePerMonth;
  }

  // price_currency - computed: true, optional: true, required: false
  private _priceCurrency?: string;
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }
  public set priceCurrency(value: string) {
    this._priceCurrency = value;
  }
  public resetPriceCurrency() {
    this._priceCurrency = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get priceCurrencyInput() {
    return this._priceCurrency;
  }
}

export class ServerCandidatesList extends cdktf.ComplexList {
  public internalValue? : ServerCandidates[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ServerCandidatesOutputReference {
    return new ServerCandidatesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ServerNetworks {
  /**
  * Id of the network.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#network_id Server#network_id}
  */
  readonly networkId: string;
  /**
  * Address in the network. Default: the cloud picks one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#ip Server#ip}
  */
  readonly ip?: string;
}

export function serverNetworksToTerraform(struct?: ServerNetworks | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    network_id: cdktf.stringToTerraform(struct!.networkId),
    ip: cdktf.stringToTerraform(struct!.ip),
  }
}


export function serverNetworksToHclTerraform(struct?: ServerNetworks | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    network_id: {
      value: cdktf.stringToHclTerraform(struct!.networkId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ip: {
      value: cdktf.stringToHclTerraform(struct!.ip),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ServerNetworksOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ServerNetworks | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._networkId !== undefined) {
      hasAnyValues = true;
      internalValueResult.networkId = this._networkId;
    }
    if (this._ip !== undefined) {
      hasAnyValues = true;
      internalValueResult.ip = this._ip;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ServerNetworks | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._networkId = undefined;
      this._ip = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._networkId = value.networkId;
      this._ip = value.ip;
    }
  }

  // network_id - computed: true, optional: false, required: true
  private _networkId?: string;
  public get networkId() {
    return this.getStringAttribute('network_id');
  }
  public set networkId(value: string) {
    this._networkId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get networkIdInput() {
    return this._networkId;
  }

  // ip - computed: true, optional: true, required: false
  private _ip?: string;
  public get ip() {
    return this.getStringAttribute('ip');
  }
  public set ip(value: string) {
    this._ip = value;
  }
  public resetIp() {
    this._ip = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ipInput() {
    return this._ip;
  }
}

export class ServerNetworksList extends cdktf.ComplexList {
  public internalValue? : ServerNetworks[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ServerNetworksOutputReference {
    return new ServerNetworksOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* A virtual machine.
*
* Say the size as an SCS flavour name (`SCS-2V-4`: 2 shared vCPUs, 4 GiB), as the vendor's own type (`cx23`), or leave it out and give `vcpus` and `memory_gib`. The size is resolved once, when the server is planned, and kept; a later change of the vendor's catalogue never moves a server. What a change interrupts stands in `disruption` and in a warning of the plan. Root disks never shrink: where the disk comes with the size, a size with a smaller one is refused, and an SCS name picks one that holds it.
*
* Represents a {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server hansa_server}
*/
export class Server extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "hansa_server";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Server resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Server to import
  * @param importFromId The id of the existing Server that should be imported. Refer to the {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Server to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "hansa_server", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/server hansa_server} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ServerConfig
  */
  public constructor(scope: Construct, id: string, config: ServerConfig) {
    super(scope, id, {
      terraformResourceType: 'hansa_server',
      terraformGeneratorMetadata: {
        providerName: 'hansa',
        providerVersionConstraint: '~> 0.1'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._cloud = config.cloud;
    this._candidates.internalValue = config.candidates;
    this._name = config.name;
    this._labels = config.labels;
    this._native = config.native;
    this._region = config.region;
    this._size = config.size;
    this._vcpus = config.vcpus;
    this._memoryGib = config.memoryGib;
    this._diskGib = config.diskGib;
    this._architecture = config.architecture;
    this._image = config.image;
    this._sshKeyIds = config.sshKeyIds;
    this._userData = config.userData;
    this._userDataVersion = config.userDataVersion;
    this._power = config.power;
    this._networks.internalValue = config.networks;
    this._firewallIds = config.firewallIds;
    this._publicIpv4 = config.publicIpv4;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // cloud - computed: true, optional: true, required: false
  private _cloud?: string;
  public get cloud() {
    return this.getStringAttribute('cloud');
  }
  public set cloud(value: string) {
    this._cloud = value;
  }
  public resetCloud() {
    this._cloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInput() {
    return this._cloud;
  }

  // candidates - computed: true, optional: true, required: false
  private _candidates = new ServerCandidatesList(this, "candidates", false);
  public get candidates() {
    return this._candidates;
  }
  public putCandidates(value: ServerCandidates[] | cdktf.IResolvable) {
    this._candidates.internalValue = value;
  }
  public resetCandidates() {
    this._candidates.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get candidatesInput() {
    return this._candidates.internalValue;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: false, optional: false, required: true
  private _name?: string;
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // labels - computed: true, optional: true, required: false
  private _labels?: { [key: string]: string };
  public get labels() {
    return this.getStringMapAttribute('labels');
  }
  public set labels(value: { [key: string]: string }) {
    this._labels = value;
  }
  public resetLabels() {
    this._labels = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get labelsInput() {
    return this._labels;
  }

  // native - computed: false, optional: true, required: false
  private _native?: string;
  public get native() {
    return this.getStringAttribute('native');
  }
  public set native(value: string) {
    this._native = value;
  }
  public resetNative() {
    this._native = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nativeInput() {
    return this._native;
  }

  // region - computed: true, optional: true, required: false
  private _region?: string;
  public get region() {
    return this.getStringAttribute('region');
  }
  public set region(value: string) {
    this._region = value;
  }
  public resetRegion() {
    this._region = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get regionInput() {
    return this._region;
  }

  // place - computed: true, optional: false, required: false
  public get place() {
    return this.getStringAttribute('place');
  }

  // size - computed: true, optional: true, required: false
  private _size?: string;
  public get size() {
    return this.getStringAttribute('size');
  }
  public set size(value: string) {
    this._size = value;
  }
  public resetSize() {
    this._size = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sizeInput() {
    return this._size;
  }

  // vcpus - computed: true, optional: true, required: false
  private _vcpus?: number;
  public get vcpus() {
    return this.getNumberAttribute('vcpus');
  }
  public set vcpus(value: number) {
    this._vcpus = value;
  }
  public resetVcpus() {
    this._vcpus = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get vcpusInput() {
    return this._vcpus;
  }

  // memory_gib - computed: true, optional: true, required: false
  private _memoryGib?: number;
  public get memoryGib() {
    return this.getNumberAttribute('memory_gib');
  }
  public set memoryGib(value: number) {
    this._memoryGib = value;
  }
  public resetMemoryGib() {
    this._memoryGib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryGibInput() {
    return this._memoryGib;
  }

  // disk_gib - computed: true, optional: true, required: false
  private _diskGib?: number;
  public get diskGib() {
    return this.getNumberAttribute('disk_gib');
  }
  public set diskGib(value: number) {
    this._diskGib = value;
  }
  public resetDiskGib() {
    this._diskGib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get diskGibInput() {
    return this._diskGib;
  }

  // boot_from - computed: true, optional: false, required: false
  public get bootFrom() {
    return this.getStringAttribute('boot_from');
  }

  // architecture - computed: true, optional: true, required: false
  private _architecture?: string;
  public get architecture() {
    return this.getStringAttribute('architecture');
  }
  public set architecture(value: string) {
    this._architecture = value;
  }
  public resetArchitecture() {
    this._architecture = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get architectureInput() {
    return this._architecture;
  }

  // image - computed: false, optional: false, required: true
  private _image?: string;
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // ssh_key_ids - computed: true, optional: true, required: false
  private _sshKeyIds?: string[];
  public get sshKeyIds() {
    return this.getListAttribute('ssh_key_ids');
  }
  public set sshKeyIds(value: string[]) {
    this._sshKeyIds = value;
  }
  public resetSshKeyIds() {
    this._sshKeyIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sshKeyIdsInput() {
    return this._sshKeyIds;
  }

  // user_data - computed: false, optional: true, required: false
  private _userData?: string;
  public get userData() {
    return this.getStringAttribute('user_data');
  }
  public set userData(value: string) {
    this._userData = value;
  }
  public resetUserData() {
    this._userData = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get userDataInput() {
    return this._userData;
  }

  // user_data_version - computed: false, optional: true, required: false
  private _userDataVersion?: string;
  public get userDataVersion() {
    return this.getStringAttribute('user_data_version');
  }
  public set userDataVersion(value: string) {
    this._userDataVersion = value;
  }
  public resetUserDataVersion() {
    this._userDataVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get userDataVersionInput() {
    return this._userDataVersion;
  }

  // power - computed: true, optional: true, required: false
  private _power?: string;
  public get power() {
    return this.getStringAttribute('power');
  }
  public set power(value: string) {
    this._power = value;
  }
  public resetPower() {
    this._power = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get powerInput() {
    return this._power;
  }

  // networks - computed: true, optional: true, required: false
  private _networks = new ServerNetworksList(this, "networks", false);
  public get networks() {
    return this._networks;
  }
  public putNetworks(value: ServerNetworks[] | cdktf.IResolvable) {
    this._networks.internalValue = value;
  }
  public resetNetworks() {
    this._networks.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get networksInput() {
    return this._networks.internalValue;
  }

  // firewall_ids - computed: true, optional: true, required: false
  private _firewallIds?: string[];
  public get firewallIds() {
    return this.getListAttribute('firewall_ids');
  }
  public set firewallIds(value: string[]) {
    this._firewallIds = value;
  }
  public resetFirewallIds() {
    this._firewallIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get firewallIdsInput() {
    return this._firewallIds;
  }

  // public_ipv4 - computed: true, optional: true, required: false
  private _publicIpv4?: boolean | cdktf.IResolvable;
  public get publicIpv4() {
    return this.getBooleanAttribute('public_ipv4');
  }
  public set publicIpv4(value: boolean | cdktf.IResolvable) {
    this._publicIpv4 = value;
  }
  public resetPublicIpv4() {
    this._publicIpv4 = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get publicIpv4Input() {
    return this._publicIpv4;
  }

  // public_ipv4_address - computed: true, optional: false, required: false
  public get publicIpv4Address() {
    return this.getStringAttribute('public_ipv4_address');
  }

  // public_ipv6_address - computed: true, optional: false, required: false
  public get publicIpv6Address() {
    return this.getStringAttribute('public_ipv6_address');
  }

  // native_size - computed: true, optional: false, required: false
  public get nativeSize() {
    return this.getStringAttribute('native_size');
  }

  // native_image - computed: true, optional: false, required: false
  public get nativeImage() {
    return this.getStringAttribute('native_image');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // disruption - computed: true, optional: false, required: false
  public get disruption() {
    return this.getStringAttribute('disruption');
  }

  // =========
  // SYNTHESIS
  // =========

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      cloud: cdktf.stringToTerraform(this._cloud),
      candidates: cdktf.listMapper(serverCandidatesToTerraform, false)(this._candidates.internalValue),
      name: cdktf.stringToTerraform(this._name),
      labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
      native: cdktf.stringToTerraform(this._native),
      region: cdktf.stringToTerraform(this._region),
      size: cdktf.stringToTerraform(this._size),
      vcpus: cdktf.numberToTerraform(this._vcpus),
      memory_gib: cdktf.numberToTerraform(this._memoryGib),
      disk_gib: cdktf.numberToTerraform(this._diskGib),
      architecture: cdktf.stringToTerraform(this._architecture),
      image: cdktf.stringToTerraform(this._image),
      ssh_key_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._sshKeyIds),
      user_data: cdktf.stringToTerraform(this._userData),
      user_data_version: cdktf.stringToTerraform(this._userDataVersion),
      power: cdktf.stringToTerraform(this._power),
      networks: cdktf.listMapper(serverNetworksToTerraform, false)(this._networks.internalValue),
      firewall_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._firewallIds),
      public_ipv4: cdktf.booleanToTerraform(this._publicIpv4),
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      cloud: {
        value: cdktf.stringToHclTerraform(this._cloud),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      candidates: {
        value: cdktf.listMapperHcl(serverCandidatesToHclTerraform, false)(this._candidates.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ServerCandidatesList",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._labels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      native: {
        value: cdktf.stringToHclTerraform(this._native),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      region: {
        value: cdktf.stringToHclTerraform(this._region),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      size: {
        value: cdktf.stringToHclTerraform(this._size),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      vcpus: {
        value: cdktf.numberToHclTerraform(this._vcpus),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      memory_gib: {
        value: cdktf.numberToHclTerraform(this._memoryGib),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      disk_gib: {
        value: cdktf.numberToHclTerraform(this._diskGib),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      architecture: {
        value: cdktf.stringToHclTerraform(this._architecture),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      image: {
        value: cdktf.stringToHclTerraform(this._image),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ssh_key_ids: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._sshKeyIds),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      user_data: {
        value: cdktf.stringToHclTerraform(this._userData),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      user_data_version: {
        value: cdktf.stringToHclTerraform(this._userDataVersion),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      power: {
        value: cdktf.stringToHclTerraform(this._power),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      networks: {
        value: cdktf.listMapperHcl(serverNetworksToHclTerraform, false)(this._networks.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ServerNetworksList",
      },
      firewall_ids: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._firewallIds),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      public_ipv4: {
        value: cdktf.booleanToHclTerraform(this._publicIpv4),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
