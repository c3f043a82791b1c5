// https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface FirewallConfig extends cdktf.TerraformMetaArguments {
  /**
  * Id of the cloud: a key of `clouds` in the provider, or, where `clouds` is not set, one of `hetzner`, `scaleway`, `openstack`, `upcloud`, `ionos`, `ovh`, `fulcrum`, `seca`, `infomaniak`, `cleura`, `elastx`, `cloudferro`, `ovh-openstack`. Changing it makes a new one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#cloud Firewall#cloud}
  */
  readonly cloud: string;
  /**
  * Name: 1 to 63 of `a-z`, `0-9` and `-`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#name Firewall#name}
  */
  readonly name: string;
  /**
  * Labels (tags) by key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#labels Firewall#labels}
  */
  readonly labels?: { [key: string]: string };
  /**
  * What the model lacks: a JSON object merged into the vendor's own create request, for one cloud alone. Changing it replaces the resource.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#native Firewall#native}
  */
  readonly native?: string;
  /**
  * Where it stands: the vendor's own region or zone (`fsn1`, `fr-par-1`) or a country (`DE`). Default: the cloud's configured region.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#region Firewall#region}
  */
  readonly region?: string;
  /**
  * Allow rules.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#rules Firewall#rules}
  */
  readonly rules?: FirewallRules[] | cdktf.IResolvable;
}
export interface FirewallRules {
  /**
  * `in` (to the server) or `out` (from it).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#direction Firewall#direction}
  */
  readonly direction: string;
  /**
  * `tcp`, `udp` or `icmp`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#protocol Firewall#protocol}
  */
  readonly protocol: string;
  /**
  * Port (`80`) or range (`8000-8100`) for tcp and udp. Default: all ports.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#ports Firewall#ports}
  */
  readonly ports?: string;
  /**
  * Address blocks: where traffic comes from (`in`) or goes to (`out`). Everyone: `["0.0.0.0/0", "::/0"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#cidrs Firewall#cidrs}
  */
  readonly cidrs: string[];
}

export function firewallRulesToTerraform(struct?: FirewallRules | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    direction: cdktf.stringToTerraform(struct!.direction),
    protocol: cdktf.stringToTerraform(struct!.protocol),
    ports: cdktf.stringToTerraform(struct!.ports),
    cidrs: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.cidrs),
  }
}


export function firewallRulesToHclTerraform(struct?: FirewallRules | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    direction: {
      value: cdktf.stringToHclTerraform(struct!.direction),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    protocol: {
      value: cdktf.stringToHclTerraform(struct!.protocol),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ports: {
      value: cdktf.stringToHclTerraform(struct!.ports),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cidrs: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.cidrs),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class FirewallRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): FirewallRules | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._direction !== undefined) {
      hasAnyValues = true;
      internalValueResult.direction = this._direction;
    }
    if (this._protocol !== undefined) {
      hasAnyValues = true;
      internalValueResult.protocol = this._protocol;
    }
    if (this._ports !== undefined) {
      hasAnyValues = true;
      internalValueResult.ports = this._ports;
    }
    if (this._cidrs !== undefined) {
      hasAnyValues = true;
      internalValueResult.cidrs = this._cidrs;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: FirewallRules | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._direction = undefined;
      this._protocol = undefined;
      this._ports = undefined;
      this._cidrs = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._direction = value.direction;
      this._protocol = value.protocol;
      this._ports = value.ports;
      this._cidrs = value.cidrs;
    }
  }

  // direction - computed: true, optional: false, required: true
  private _direction?: string;
  public get direction() {
    return this.getStringAttribute('direction');
  }
  public set direction(value: string) {
    this._direction = value;
  }
  // Temporarily expose input value. Use with caution.
  public get directionInput() {
    return this._direction;
  }

  // protocol - computed: true, optional: false, required: true
  private _protocol?: string;
  public get protocol() {
    return this.getStringAttribute('protocol');
  }
  public set protocol(value: string) {
    this._protocol = value;
  }
  // Temporarily expose input value. Use with caution.
  public get protocolInput() {
    return this._protocol;
  }

  // ports - computed: true, optional: true, required: false
  private _ports?: string;
  public get ports() {
    return this.getStringAttribute('ports');
  }
  public set ports(value: string) {
    this._ports = value;
  }
  public resetPorts() {
    this._ports = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get portsInput() {
    return this._ports;
  }

  // cidrs - computed: true, optional: false, required: true
  private _cidrs?: string[];
  public get cidrs() {
    return this.getListAttribute('cidrs');
  }
  public set cidrs(value: string[]) {
    this._cidrs = value;
  }
  // Temporarily expose input value. Use with caution.
  public get cidrsInput() {
    return this._cidrs;
  }
}

export class FirewallRulesList extends cdktf.ComplexList {
  public internalValue? : FirewallRules[] | cdktf.IResolvable

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
  public get(index: number): FirewallRulesOutputReference {
    return new FirewallRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Allow rules for the public side of servers.
*
* Every rule allows; what no rule allows is dropped. Inbound: without rules nothing comes in. Outbound: without `out` rules everything may go out, with them only what they allow. Replies to allowed traffic always pass. Servers name the firewalls they stand behind (`firewall_ids`). The order of rules has no meaning.
*
* Represents a {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall hansa_firewall}
*/
export class Firewall extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "hansa_firewall";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Firewall resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Firewall to import
  * @param importFromId The id of the existing Firewall that should be imported. Refer to the {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Firewall to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "hansa_firewall", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/firewall hansa_firewall} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options FirewallConfig
  */
  public constructor(scope: Construct, id: string, config: FirewallConfig) {
    super(scope, id, {
      terraformResourceType: 'hansa_firewall',
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
    this._rules.internalValue = config.rules;
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

  // rules - computed: true, optional: true, required: false
  private _rules = new FirewallRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }
  public putRules(value: FirewallRules[] | cdktf.IResolvable) {
    this._rules.internalValue = value;
  }
  public resetRules() {
    this._rules.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get rulesInput() {
    return this._rules.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      cloud: cdktf.stringToTerraform(this._cloud),
      name: cdktf.stringToTerraform(this._name),
      labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
      native: cdktf.stringToTerraform(this._native),
      region: cdktf.stringToTerraform(this._region),
      rules: cdktf.listMapper(firewallRulesToTerraform, false)(this._rules.internalValue),
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
      rules: {
        value: cdktf.listMapperHcl(firewallRulesToHclTerraform, false)(this._rules.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "FirewallRulesList",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
