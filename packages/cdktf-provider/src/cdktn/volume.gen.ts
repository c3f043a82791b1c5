// https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface VolumeConfig extends cdktn.TerraformMetaArguments {
  /**
  * Id of the cloud: a key of `clouds` in the provider, or, where `clouds` is not set, one of `hetzner`, `scaleway`, `openstack`, `upcloud`, `ionos`, `ovh`, `fulcrum`, `seca`, `infomaniak`, `cleura`, `elastx`, `cloudferro`, `ovh-openstack`. Changing it makes a new one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#cloud Volume#cloud}
  */
  readonly cloud: string;
  /**
  * Name: 1 to 63 of `a-z`, `0-9` and `-`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#name Volume#name}
  */
  readonly name: string;
  /**
  * Labels (tags) by key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#labels Volume#labels}
  */
  readonly labels?: { [key: string]: string };
  /**
  * What the model lacks: a JSON object merged into the vendor's own create request, for one cloud alone. Changing it replaces the resource.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#native Volume#native}
  */
  readonly native?: string;
  /**
  * Where it stands: the vendor's own region or zone (`fsn1`, `fr-par-1`) or a country (`DE`). Default: the cloud's configured region.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#region Volume#region}
  */
  readonly region?: string;
  /**
  * Size in GiB. Can grow, not shrink.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#size_gib Volume#size_gib}
  */
  readonly sizeGib: number;
  /**
  * Id of the server that it is attached to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#server_id Volume#server_id}
  */
  readonly serverId?: string;
}

/**
* A block device that can be attached to a server and outlives it.
*
* Volumes grow in place and never shrink. Attaching and detaching is a change of `server_id` in place. File systems are not made or grown: that is for the server's own system.
*
* Represents a {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume hansa_volume}
*/
export class Volume extends cdktn.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "hansa_volume";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a Volume resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Volume to import
  * @param importFromId The id of the existing Volume that should be imported. Refer to the {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Volume to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "hansa_volume", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/volume hansa_volume} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options VolumeConfig
  */
  public constructor(scope: Construct, id: string, config: VolumeConfig) {
    super(scope, id, {
      terraformResourceType: 'hansa_volume',
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
    this._name = config.name;
    this._labels = config.labels;
    this._native = config.native;
    this._region = config.region;
    this._sizeGib = config.sizeGib;
    this._serverId = config.serverId;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // cloud - computed: false, optional: false, required: true
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

  // size_gib - computed: false, optional: false, required: true
  private _sizeGib?: number;
  public get sizeGib() {
    return this.getNumberAttribute('size_gib');
  }
  public set sizeGib(value: number) {
    this._sizeGib = value;
  }
  // Temporarily expose input value. Use with caution.
  public get sizeGibInput() {
    return this._sizeGib;
  }

  // server_id - computed: false, optional: true, required: false
  private _serverId?: string;
  public get serverId() {
    return this.getStringAttribute('server_id');
  }
  public set serverId(value: string) {
    this._serverId = value;
  }
  public resetServerId() {
    this._serverId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get serverIdInput() {
    return this._serverId;
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // =========
  // SYNTHESIS
  // =========

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      cloud: cdktn.stringToTerraform(this._cloud),
      name: cdktn.stringToTerraform(this._name),
      labels: cdktn.hashMapper(cdktn.stringToTerraform)(this._labels),
      native: cdktn.stringToTerraform(this._native),
      region: cdktn.stringToTerraform(this._region),
      size_gib: cdktn.numberToTerraform(this._sizeGib),
      server_id: cdktn.stringToTerraform(this._serverId),
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      cloud: {
        value: cdktn.stringToHclTerraform(this._cloud),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      name: {
        value: cdktn.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      labels: {
        value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(this._labels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      native: {
        value: cdktn.stringToHclTerraform(this._native),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      region: {
        value: cdktn.stringToHclTerraform(this._region),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      size_gib: {
        value: cdktn.numberToHclTerraform(this._sizeGib),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      server_id: {
        value: cdktn.stringToHclTerraform(this._serverId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
