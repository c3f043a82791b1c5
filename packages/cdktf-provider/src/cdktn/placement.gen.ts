// https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface PlacementConfig extends cdktn.TerraformMetaArguments {
  /**
  * What is to be placed.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#requirements Placement#requirements}
  */
  readonly requirements: PlacementRequirements;
  /**
  * What is allowed. Default: the policy of the provider.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#policy Placement#policy}
  */
  readonly policy?: PlacementPolicy;
}
export interface PlacementRequirementsNear {
  /**
  * A city with data centres, such as `Frankfurt`, `Paris`, `Warsaw`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#city Placement#city}
  */
  readonly city: string;
  /**
  * At most so far from it, as the crow flies. Default: anywhere.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#within_km Placement#within_km}
  */
  readonly withinKm?: number;
}

export function placementRequirementsNearToTerraform(struct?: PlacementRequirementsNear | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    city: cdktn.stringToTerraform(struct!.city),
    within_km: cdktn.numberToTerraform(struct!.withinKm),
  }
}


export function placementRequirementsNearToHclTerraform(struct?: PlacementRequirementsNear | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    city: {
      value: cdktn.stringToHclTerraform(struct!.city),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    within_km: {
      value: cdktn.numberToHclTerraform(struct!.withinKm),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementRequirementsNearOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementRequirementsNear | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._city !== undefined) {
      hasAnyValues = true;
      internalValueResult.city = this._city;
    }
    if (this._withinKm !== undefined) {
      hasAnyValues = true;
      internalValueResult.withinKm = this._withinKm;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementRequirementsNear | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._city = undefined;
      this._withinKm = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._city = value.city;
      this._withinKm = value.withinKm;
    }
  }

  // city - computed: false, optional: false, required: true
  private _city?: string;
  public get city() {
    return this.getStringAttribute('city');
  }
  public set city(value: string) {
    this._city = value;
  }
  // Temporarily expose input value. Use with caution.
  public get cityInput() {
    return this._city;
  }

  // within_km - computed: false, optional: true, required: false
  private _withinKm?: number;
  public get withinKm() {
    return this.getNumberAttribute('within_km');
  }
  public set withinKm(value: number) {
    this._withinKm = value;
  }
  public resetWithinKm() {
    this._withinKm = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get withinKmInput() {
    return this._withinKm;
  }
}
export interface PlacementRequirementsSpread {
  /**
  * Over at least so many clouds of which nobody controls two.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#control_chains Placement#control_chains}
  */
  readonly controlChains?: number;
  /**
  * Over at least so many countries.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#countries Placement#countries}
  */
  readonly countries?: number;
  /**
  * Over at least so many clouds.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#clouds Placement#clouds}
  */
  readonly clouds?: number;
  /**
  * Over at least so many places.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#places Placement#places}
  */
  readonly places?: number;
}

export function placementRequirementsSpreadToTerraform(struct?: PlacementRequirementsSpread | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    control_chains: cdktn.numberToTerraform(struct!.controlChains),
    countries: cdktn.numberToTerraform(struct!.countries),
    clouds: cdktn.numberToTerraform(struct!.clouds),
    places: cdktn.numberToTerraform(struct!.places),
  }
}


export function placementRequirementsSpreadToHclTerraform(struct?: PlacementRequirementsSpread | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    control_chains: {
      value: cdktn.numberToHclTerraform(struct!.controlChains),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    countries: {
      value: cdktn.numberToHclTerraform(struct!.countries),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    clouds: {
      value: cdktn.numberToHclTerraform(struct!.clouds),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    places: {
      value: cdktn.numberToHclTerraform(struct!.places),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementRequirementsSpreadOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementRequirementsSpread | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._controlChains !== undefined) {
      hasAnyValues = true;
      internalValueResult.controlChains = this._controlChains;
    }
    if (this._countries !== undefined) {
      hasAnyValues = true;
      internalValueResult.countries = this._countries;
    }
    if (this._clouds !== undefined) {
      hasAnyValues = true;
      internalValueResult.clouds = this._clouds;
    }
    if (this._places !== undefined) {
      hasAnyValues = true;
      internalValueResult.places = this._places;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementRequirementsSpread | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._controlChains = undefined;
      this._countries = undefined;
      this._clouds = undefined;
      this._places = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._controlChains = value.controlChains;
      this._countries = value.countries;
      this._clouds = value.clouds;
      this._places = value.places;
    }
  }

  // control_chains - computed: false, optional: true, required: false
  private _controlChains?: number;
  public get controlChains() {
    return this.getNumberAttribute('control_chains');
  }
  public set controlChains(value: number) {
    this._controlChains = value;
  }
  public resetControlChains() {
    this._controlChains = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get controlChainsInput() {
    return this._controlChains;
  }

  // countries - computed: false, optional: true, required: false
  private _countries?: number;
  public get countries() {
    return this.getNumberAttribute('countries');
  }
  public set countries(value: number) {
    this._countries = value;
  }
  public resetCountries() {
    this._countries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get countriesInput() {
    return this._countries;
  }

  // clouds - computed: false, optional: true, required: false
  private _clouds?: number;
  public get clouds() {
    return this.getNumberAttribute('clouds');
  }
  public set clouds(value: number) {
    this._clouds = value;
  }
  public resetClouds() {
    this._clouds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudsInput() {
    return this._clouds;
  }

  // places - computed: false, optional: true, required: false
  private _places?: number;
  public get places() {
    return this.getNumberAttribute('places');
  }
  public set places(value: number) {
    this._places = value;
  }
  public resetPlaces() {
    this._places = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get placesInput() {
    return this._places;
  }
}
export interface PlacementRequirements {
  /**
  * SCS flavour name, such as `SCS-2V-4`. Or give `vcpus` and `memory_gib`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#size Placement#size}
  */
  readonly size?: string;
  /**
  * At least so many vCPUs.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#vcpus Placement#vcpus}
  */
  readonly vcpus?: number;
  /**
  * At least so much memory, GiB.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#memory_gib Placement#memory_gib}
  */
  readonly memoryGib?: number;
  /**
  * A root disk of at least so many GiB.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#disk_gib Placement#disk_gib}
  */
  readonly diskGib?: number;
  /**
  * `x86` (default) or `arm`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#architecture Placement#architecture}
  */
  readonly architecture?: string;
  /**
  * An image that must be there, such as `debian-12`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#image Placement#image}
  */
  readonly image?: string;
  /**
  * How many are to be placed. Default: 1.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#instances Placement#instances}
  */
  readonly instances?: number;
  /**
  * These clouds alone, by id, the preferred first.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#clouds Placement#clouds}
  */
  readonly clouds?: string[];
  /**
  * These countries alone, the preferred first: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#countries Placement#countries}
  */
  readonly countries?: string[];
  /**
  * A latency zone: light in fibre goes and comes back 100 km in a millisecond.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#near Placement#near}
  */
  readonly near?: PlacementRequirementsNear;
  /**
  * How far apart the instances stand. Each counts at least; they go round evenly.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#spread Placement#spread}
  */
  readonly spread?: PlacementRequirementsSpread;
  /**
  * What is not to be used: a cloud (`hetzner`), a place (`hetzner/fsn1`) or a size at it (`hetzner/fsn1/cx23`).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#exclude Placement#exclude}
  */
  readonly exclude?: string[];
  /**
  * What decides, the first that tells two apart: `price` (default), `certainty` (all rules met before some unknown), `clouds` and `countries` (in the order of those lists), `distance` (to `near`), `fit` (least beyond what is asked).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#objective Placement#objective}
  */
  readonly objective?: string[];
}

export function placementRequirementsToTerraform(struct?: PlacementRequirements | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    size: cdktn.stringToTerraform(struct!.size),
    vcpus: cdktn.numberToTerraform(struct!.vcpus),
    memory_gib: cdktn.numberToTerraform(struct!.memoryGib),
    disk_gib: cdktn.numberToTerraform(struct!.diskGib),
    architecture: cdktn.stringToTerraform(struct!.architecture),
    image: cdktn.stringToTerraform(struct!.image),
    instances: cdktn.numberToTerraform(struct!.instances),
    clouds: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.clouds),
    countries: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.countries),
    near: placementRequirementsNearToTerraform(struct!.near),
    spread: placementRequirementsSpreadToTerraform(struct!.spread),
    exclude: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.exclude),
    objective: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.objective),
  }
}


export function placementRequirementsToHclTerraform(struct?: PlacementRequirements | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    size: {
      value: cdktn.stringToHclTerraform(struct!.size),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    vcpus: {
      value: cdktn.numberToHclTerraform(struct!.vcpus),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    memory_gib: {
      value: cdktn.numberToHclTerraform(struct!.memoryGib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    disk_gib: {
      value: cdktn.numberToHclTerraform(struct!.diskGib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    architecture: {
      value: cdktn.stringToHclTerraform(struct!.architecture),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    image: {
      value: cdktn.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    instances: {
      value: cdktn.numberToHclTerraform(struct!.instances),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    clouds: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.clouds),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    countries: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.countries),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    near: {
      value: placementRequirementsNearToHclTerraform(struct!.near),
      isBlock: true,
      type: "struct",
      storageClassType: "PlacementRequirementsNear",
    },
    spread: {
      value: placementRequirementsSpreadToHclTerraform(struct!.spread),
      isBlock: true,
      type: "struct",
      storageClassType: "PlacementRequirementsSpread",
    },
    exclude: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.exclude),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    objective: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.objective),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementRequirementsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementRequirements | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._size !== undefined) {
      hasAnyValues = true;
      internalValueResult.size = this._size;
    }
    if (this._vcpus !== undefined) {
      hasAnyValues = true;
      internalValueResult.vcpus = this._vcpus;
    }
    if (this._memoryGib !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryGib = this._memoryGib;
    }
    if (this._diskGib !== undefined) {
      hasAnyValues = true;
      internalValueResult.diskGib = this._diskGib;
    }
    if (this._architecture !== undefined) {
      hasAnyValues = true;
      internalValueResult.architecture = this._architecture;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    if (this._instances !== undefined) {
      hasAnyValues = true;
      internalValueResult.instances = this._instances;
    }
    if (this._clouds !== undefined) {
      hasAnyValues = true;
      internalValueResult.clouds = this._clouds;
    }
    if (this._countries !== undefined) {
      hasAnyValues = true;
      internalValueResult.countries = this._countries;
    }
    if (this._near?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.near = this._near?.internalValue;
    }
    if (this._spread?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.spread = this._spread?.internalValue;
    }
    if (this._exclude !== undefined) {
      hasAnyValues = true;
      internalValueResult.exclude = this._exclude;
    }
    if (this._objective !== undefined) {
      hasAnyValues = true;
      internalValueResult.objective = this._objective;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementRequirements | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._size = undefined;
      this._vcpus = undefined;
      this._memoryGib = undefined;
      this._diskGib = undefined;
      this._architecture = undefined;
      this._image = undefined;
      this._instances = undefined;
      this._clouds = undefined;
      this._countries = undefined;
      this._near.internalValue = undefined;
      this._spread.internalValue = undefined;
      this._exclude = undefined;
      this._objective = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._size = value.size;
      this._vcpus = value.vcpus;
      this._memoryGib = value.memoryGib;
      this._diskGib = value.diskGib;
      this._architecture = value.architecture;
      this._image = value.image;
      this._instances = value.instances;
      this._clouds = value.clouds;
      this._countries = value.countries;
      this._near.internalValue = value.near;
      this._spread.internalValue = value.spread;
      this._exclude = value.exclude;
      this._objective = value.objective;
    }
  }

  // size - computed: false, optional: true, required: false
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

  // vcpus - computed: false, optional: true, required: false
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

  // memory_gib - computed: false, optional: true, required: false
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

  // disk_gib - computed: false, optional: true, required: false
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

  // architecture - computed: false, optional: true, required: false
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

  // image - computed: false, optional: true, required: false
  private _image?: string;
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  public resetImage() {
    this._image = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // instances - computed: false, optional: true, required: false
  private _instances?: number;
  public get instances() {
    return this.getNumberAttribute('instances');
  }
  public set instances(value: number) {
    this._instances = value;
  }
  public resetInstances() {
    this._instances = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instancesInput() {
    return this._instances;
  }

  // clouds - computed: false, optional: true, required: false
  private _clouds?: string[];
  public get clouds() {
    return this.getListAttribute('clouds');
  }
  public set clouds(value: string[]) {
    this._clouds = value;
  }
  public resetClouds() {
    this._clouds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudsInput() {
    return this._clouds;
  }

  // countries - computed: false, optional: true, required: false
  private _countries?: string[];
  public get countries() {
    return this.getListAttribute('countries');
  }
  public set countries(value: string[]) {
    this._countries = value;
  }
  public resetCountries() {
    this._countries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get countriesInput() {
    return this._countries;
  }

  // near - computed: false, optional: true, required: false
  private _near = new PlacementRequirementsNearOutputReference(this, "near");
  public get near() {
    return this._near;
  }
  public putNear(value: PlacementRequirementsNear) {
    this._near.internalValue = value;
  }
  public resetNear() {
    this._near.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nearInput() {
    return this._near.internalValue;
  }

  // spread - computed: false, optional: true, required: false
  private _spread = new PlacementRequirementsSpreadOutputReference(this, "spread");
  public get spread() {
    return this._spread;
  }
  public putSpread(value: PlacementRequirementsSpread) {
    this._spread.internalValue = value;
  }
  public resetSpread() {
    this._spread.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get spreadInput() {
    return this._spread.internalValue;
  }

  // exclude - computed: false, optional: true, required: false
  private _exclude?: string[];
  public get exclude() {
    return this.getListAttribute('exclude');
  }
  public set exclude(value: string[]) {
    this._exclude = value;
  }
  public resetExclude() {
    this._exclude = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeInput() {
    return this._exclude;
  }

  // objective - computed: false, optional: true, required: false
  private _objective?: string[];
  public get objective() {
    return this.getListAttribute('objective');
  }
  public set objective(value: string[]) {
    this._objective = value;
  }
  public resetObjective() {
    this._objective = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get objectiveInput() {
    return this._objective;
  }
}
export interface PlacementPolicyControl {
  /**
  * Where the contracting party and everyone who controls it must be established: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#countries Placement#countries}
  */
  readonly countries: string[];
  /**
  * How much of an entity one holder from elsewhere may have, percent, without counting as control. Default: 24, as SecNumCloud 3.2 (19.6) has it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#max_share_percent Placement#max_share_percent}
  */
  readonly maxSharePercent?: number;
  /**
  * How much of an entity all holders from elsewhere may have together, percent. Default: 39, as SecNumCloud 3.2 (19.6) has it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#max_joint_share_percent Placement#max_joint_share_percent}
  */
  readonly maxJointSharePercent?: number;
  /**
  * Whose word counts where owners or their power are not known: `self-declared` (that of the cloud), `third-party-assessment`. Default: nobody’s, so that it stays unknown.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#statements Placement#statements}
  */
  readonly statements?: string[];
}

export function placementPolicyControlToTerraform(struct?: PlacementPolicyControl | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    countries: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.countries),
    max_share_percent: cdktn.numberToTerraform(struct!.maxSharePercent),
    max_joint_share_percent: cdktn.numberToTerraform(struct!.maxJointSharePercent),
    statements: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.statements),
  }
}


export function placementPolicyControlToHclTerraform(struct?: PlacementPolicyControl | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    countries: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.countries),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    max_share_percent: {
      value: cdktn.numberToHclTerraform(struct!.maxSharePercent),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    max_joint_share_percent: {
      value: cdktn.numberToHclTerraform(struct!.maxJointSharePercent),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    statements: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.statements),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyControlOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementPolicyControl | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._countries !== undefined) {
      hasAnyValues = true;
      internalValueResult.countries = this._countries;
    }
    if (this._maxSharePercent !== undefined) {
      hasAnyValues = true;
      internalValueResult.maxSharePercent = this._maxSharePercent;
    }
    if (this._maxJointSharePercent !== undefined) {
      hasAnyValues = true;
      internalValueResult.maxJointSharePercent = this._maxJointSharePercent;
    }
    if (this._statements !== undefined) {
      hasAnyValues = true;
      internalValueResult.statements = this._statements;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicyControl | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._countries = undefined;
      this._maxSharePercent = undefined;
      this._maxJointSharePercent = undefined;
      this._statements = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._countries = value.countries;
      this._maxSharePercent = value.maxSharePercent;
      this._maxJointSharePercent = value.maxJointSharePercent;
      this._statements = value.statements;
    }
  }

  // countries - computed: false, optional: false, required: true
  private _countries?: string[];
  public get countries() {
    return this.getListAttribute('countries');
  }
  public set countries(value: string[]) {
    this._countries = value;
  }
  // Temporarily expose input value. Use with caution.
  public get countriesInput() {
    return this._countries;
  }

  // max_share_percent - computed: false, optional: true, required: false
  private _maxSharePercent?: number;
  public get maxSharePercent() {
    return this.getNumberAttribute('max_share_percent');
  }
  public set maxSharePercent(value: number) {
    this._maxSharePercent = value;
  }
  public resetMaxSharePercent() {
    this._maxSharePercent = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxSharePercentInput() {
    return this._maxSharePercent;
  }

  // max_joint_share_percent - computed: false, optional: true, required: false
  private _maxJointSharePercent?: number;
  public get maxJointSharePercent() {
    return this.getNumberAttribute('max_joint_share_percent');
  }
  public set maxJointSharePercent(value: number) {
    this._maxJointSharePercent = value;
  }
  public resetMaxJointSharePercent() {
    this._maxJointSharePercent = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxJointSharePercentInput() {
    return this._maxJointSharePercent;
  }

  // statements - computed: false, optional: true, required: false
  private _statements?: string[];
  public get statements() {
    return this.getListAttribute('statements');
  }
  public set statements(value: string[]) {
    this._statements = value;
  }
  public resetStatements() {
    this._statements = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statementsInput() {
    return this._statements;
  }
}
export interface PlacementPolicyCertifications {
  /**
  * The scheme, such as `c5`, `secnumcloud`, `iso-27001`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#scheme Placement#scheme}
  */
  readonly scheme: string;
  /**
  * The least level of it, such as `type-2`. Default: any.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#level Placement#level}
  */
  readonly level?: string;
  /**
  * For which services it is wanted: `server`, `volume`, … Default: all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#services Placement#services}
  */
  readonly services?: string[];
  /**
  * What counts: `held`, `third-party-assessment`, `self-declared`, `in-process`. Default: `held` alone.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#statuses Placement#statuses}
  */
  readonly statuses?: string[];
}

export function placementPolicyCertificationsToTerraform(struct?: PlacementPolicyCertifications | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    scheme: cdktn.stringToTerraform(struct!.scheme),
    level: cdktn.stringToTerraform(struct!.level),
    services: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.services),
    statuses: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.statuses),
  }
}


export function placementPolicyCertificationsToHclTerraform(struct?: PlacementPolicyCertifications | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    scheme: {
      value: cdktn.stringToHclTerraform(struct!.scheme),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    level: {
      value: cdktn.stringToHclTerraform(struct!.level),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    services: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.services),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    statuses: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.statuses),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyCertificationsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementPolicyCertifications | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._scheme !== undefined) {
      hasAnyValues = true;
      internalValueResult.scheme = this._scheme;
    }
    if (this._level !== undefined) {
      hasAnyValues = true;
      internalValueResult.level = this._level;
    }
    if (this._services !== undefined) {
      hasAnyValues = true;
      internalValueResult.services = this._services;
    }
    if (this._statuses !== undefined) {
      hasAnyValues = true;
      internalValueResult.statuses = this._statuses;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicyCertifications | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._scheme = undefined;
      this._level = undefined;
      this._services = undefined;
      this._statuses = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._scheme = value.scheme;
      this._level = value.level;
      this._services = value.services;
      this._statuses = value.statuses;
    }
  }

  // scheme - computed: false, optional: false, required: true
  private _scheme?: string;
  public get scheme() {
    return this.getStringAttribute('scheme');
  }
  public set scheme(value: string) {
    this._scheme = value;
  }
  // Temporarily expose input value. Use with caution.
  public get schemeInput() {
    return this._scheme;
  }

  // level - computed: false, optional: true, required: false
  private _level?: string;
  public get level() {
    return this.getStringAttribute('level');
  }
  public set level(value: string) {
    this._level = value;
  }
  public resetLevel() {
    this._level = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get levelInput() {
    return this._level;
  }

  // services - computed: false, optional: true, required: false
  private _services?: string[];
  public get services() {
    return this.getListAttribute('services');
  }
  public set services(value: string[]) {
    this._services = value;
  }
  public resetServices() {
    this._services = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get servicesInput() {
    return this._services;
  }

  // statuses - computed: false, optional: true, required: false
  private _statuses?: string[];
  public get statuses() {
    return this.getListAttribute('statuses');
  }
  public set statuses(value: string[]) {
    this._statuses = value;
  }
  public resetStatuses() {
    this._statuses = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statusesInput() {
    return this._statuses;
  }
}

export class PlacementPolicyCertificationsList extends cdktn.ComplexList {
  public internalValue? : PlacementPolicyCertifications[] | cdktn.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementPolicyCertificationsOutputReference {
    return new PlacementPolicyCertificationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface PlacementPolicyBackup {
  /**
  * The cloud that backups go to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#cloud Placement#cloud}
  */
  readonly cloud?: string;
  /**
  * The country in which they are kept.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#country Placement#country}
  */
  readonly country?: string;
  /**
  * Whether that must be another country than that of the data.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#other_country Placement#other_country}
  */
  readonly otherCountry?: boolean | cdktn.IResolvable;
  /**
  * What must be backed up. Default: every service that keeps data.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#services Placement#services}
  */
  readonly services?: string[];
}

export function placementPolicyBackupToTerraform(struct?: PlacementPolicyBackup | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    cloud: cdktn.stringToTerraform(struct!.cloud),
    country: cdktn.stringToTerraform(struct!.country),
    other_country: cdktn.booleanToTerraform(struct!.otherCountry),
    services: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.services),
  }
}


export function placementPolicyBackupToHclTerraform(struct?: PlacementPolicyBackup | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    cloud: {
      value: cdktn.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    country: {
      value: cdktn.stringToHclTerraform(struct!.country),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    other_country: {
      value: cdktn.booleanToHclTerraform(struct!.otherCountry),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    services: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.services),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyBackupOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementPolicyBackup | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cloud !== undefined) {
      hasAnyValues = true;
      internalValueResult.cloud = this._cloud;
    }
    if (this._country !== undefined) {
      hasAnyValues = true;
      internalValueResult.country = this._country;
    }
    if (this._otherCountry !== undefined) {
      hasAnyValues = true;
      internalValueResult.otherCountry = this._otherCountry;
    }
    if (this._services !== undefined) {
      hasAnyValues = true;
      internalValueResult.services = this._services;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicyBackup | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._cloud = undefined;
      this._country = undefined;
      this._otherCountry = undefined;
      this._services = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._cloud = value.cloud;
      this._country = value.country;
      this._otherCountry = value.otherCountry;
      this._services = value.services;
    }
  }

  // cloud - computed: false, optional: true, required: false
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

  // country - computed: false, optional: true, required: false
  private _country?: string;
  public get country() {
    return this.getStringAttribute('country');
  }
  public set country(value: string) {
    this._country = value;
  }
  public resetCountry() {
    this._country = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get countryInput() {
    return this._country;
  }

  // other_country - computed: false, optional: true, required: false
  private _otherCountry?: boolean | cdktn.IResolvable;
  public get otherCountry() {
    return this.getBooleanAttribute('other_country');
  }
  public set otherCountry(value: boolean | cdktn.IResolvable) {
    this._otherCountry = value;
  }
  public resetOtherCountry() {
    this._otherCountry = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get otherCountryInput() {
    return this._otherCountry;
  }

  // services - computed: false, optional: true, required: false
  private _services?: string[];
  public get services() {
    return this.getListAttribute('services');
  }
  public set services(value: string[]) {
    this._services = value;
  }
  public resetServices() {
    this._services = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get servicesInput() {
    return this._services;
  }
}
export interface PlacementPolicyPrice {
  /**
  * Currency of the limits, ISO 4217.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#currency Placement#currency}
  */
  readonly currency: string;
  /**
  * The most that one resource may cost a month, net.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#per_resource Placement#per_resource}
  */
  readonly perResource?: number;
  /**
  * The most that all resources together may cost a month, net.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#total Placement#total}
  */
  readonly total?: number;
  /**
  * What one unit of another currency is worth in `currency`. Without one, prices in it count as unknown.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#rates Placement#rates}
  */
  readonly rates?: { [key: string]: number };
}

export function placementPolicyPriceToTerraform(struct?: PlacementPolicyPrice | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    currency: cdktn.stringToTerraform(struct!.currency),
    per_resource: cdktn.numberToTerraform(struct!.perResource),
    total: cdktn.numberToTerraform(struct!.total),
    rates: cdktn.hashMapper(cdktn.numberToTerraform)(struct!.rates),
  }
}


export function placementPolicyPriceToHclTerraform(struct?: PlacementPolicyPrice | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    currency: {
      value: cdktn.stringToHclTerraform(struct!.currency),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    per_resource: {
      value: cdktn.numberToHclTerraform(struct!.perResource),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    total: {
      value: cdktn.numberToHclTerraform(struct!.total),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    rates: {
      value: cdktn.hashMapperHcl(cdktn.numberToHclTerraform)(struct!.rates),
      isBlock: false,
      type: "map",
      storageClassType: "numberMap",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyPriceOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementPolicyPrice | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._currency !== undefined) {
      hasAnyValues = true;
      internalValueResult.currency = this._currency;
    }
    if (this._perResource !== undefined) {
      hasAnyValues = true;
      internalValueResult.perResource = this._perResource;
    }
    if (this._total !== undefined) {
      hasAnyValues = true;
      internalValueResult.total = this._total;
    }
    if (this._rates !== undefined) {
      hasAnyValues = true;
      internalValueResult.rates = this._rates;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicyPrice | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._currency = undefined;
      this._perResource = undefined;
      this._total = undefined;
      this._rates = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._currency = value.currency;
      this._perResource = value.perResource;
      this._total = value.total;
      this._rates = value.rates;
    }
  }

  // currency - computed: false, optional: false, required: true
  private _currency?: string;
  public get currency() {
    return this.getStringAttribute('currency');
  }
  public set currency(value: string) {
    this._currency = value;
  }
  // Temporarily expose input value. Use with caution.
  public get currencyInput() {
    return this._currency;
  }

  // per_resource - computed: false, optional: true, required: false
  private _perResource?: number;
  public get perResource() {
    return this.getNumberAttribute('per_resource');
  }
  public set perResource(value: number) {
    this._perResource = value;
  }
  public resetPerResource() {
    this._perResource = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get perResourceInput() {
    return this._perResource;
  }

  // total - computed: false, optional: true, required: false
  private _total?: number;
  public get total() {
    return this.getNumberAttribute('total');
  }
  public set total(value: number) {
    this._total = value;
  }
  public resetTotal() {
    this._total = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get totalInput() {
    return this._total;
  }

  // rates - computed: false, optional: true, required: false
  private _rates?: { [key: string]: number };
  public get rates() {
    return this.getNumberMapAttribute('rates');
  }
  public set rates(value: { [key: string]: number }) {
    this._rates = value;
  }
  public resetRates() {
    this._rates = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ratesInput() {
    return this._rates;
  }
}
export interface PlacementPolicyExceptions {
  /**
  * The rule that is set aside.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#rule Placement#rule}
  */
  readonly rule: string;
  /**
  * At which cloud. Default: at every one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#cloud Placement#cloud}
  */
  readonly cloud?: string;
  /**
  * Of the rule `control`: this holder alone is accepted.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#entity Placement#entity}
  */
  readonly entity?: string;
  /**
  * Why; it stands in every explanation and report.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#because Placement#because}
  */
  readonly because: string;
  /**
  * The last day on which it counts, as `2026-12-31`. Default: it stays.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#until Placement#until}
  */
  readonly until?: string;
}

export function placementPolicyExceptionsToTerraform(struct?: PlacementPolicyExceptions | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    rule: cdktn.stringToTerraform(struct!.rule),
    cloud: cdktn.stringToTerraform(struct!.cloud),
    entity: cdktn.stringToTerraform(struct!.entity),
    because: cdktn.stringToTerraform(struct!.because),
    until: cdktn.stringToTerraform(struct!.until),
  }
}


export function placementPolicyExceptionsToHclTerraform(struct?: PlacementPolicyExceptions | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    rule: {
      value: cdktn.stringToHclTerraform(struct!.rule),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cloud: {
      value: cdktn.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    entity: {
      value: cdktn.stringToHclTerraform(struct!.entity),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    because: {
      value: cdktn.stringToHclTerraform(struct!.because),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    until: {
      value: cdktn.stringToHclTerraform(struct!.until),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyExceptionsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementPolicyExceptions | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._rule !== undefined) {
      hasAnyValues = true;
      internalValueResult.rule = this._rule;
    }
    if (this._cloud !== undefined) {
      hasAnyValues = true;
      internalValueResult.cloud = this._cloud;
    }
    if (this._entity !== undefined) {
      hasAnyValues = true;
      internalValueResult.entity = this._entity;
    }
    if (this._because !== undefined) {
      hasAnyValues = true;
      internalValueResult.because = this._because;
    }
    if (this._until !== undefined) {
      hasAnyValues = true;
      internalValueResult.until = this._until;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicyExceptions | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._rule = undefined;
      this._cloud = undefined;
      this._entity = undefined;
      this._because = undefined;
      this._until = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._rule = value.rule;
      this._cloud = value.cloud;
      this._entity = value.entity;
      this._because = value.because;
      this._until = value.until;
    }
  }

  // rule - computed: false, optional: false, required: true
  private _rule?: string;
  public get rule() {
    return this.getStringAttribute('rule');
  }
  public set rule(value: string) {
    this._rule = value;
  }
  // Temporarily expose input value. Use with caution.
  public get ruleInput() {
    return this._rule;
  }

  // cloud - computed: false, optional: true, required: false
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

  // entity - computed: false, optional: true, required: false
  private _entity?: string;
  public get entity() {
    return this.getStringAttribute('entity');
  }
  public set entity(value: string) {
    this._entity = value;
  }
  public resetEntity() {
    this._entity = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get entityInput() {
    return this._entity;
  }

  // because - computed: false, optional: false, required: true
  private _because?: string;
  public get because() {
    return this.getStringAttribute('because');
  }
  public set because(value: string) {
    this._because = value;
  }
  // Temporarily expose input value. Use with caution.
  public get becauseInput() {
    return this._because;
  }

  // until - computed: false, optional: true, required: false
  private _until?: string;
  public get until() {
    return this.getStringAttribute('until');
  }
  public set until(value: string) {
    this._until = value;
  }
  public resetUntil() {
    this._until = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get untilInput() {
    return this._until;
  }
}

export class PlacementPolicyExceptionsList extends cdktn.ComplexList {
  public internalValue? : PlacementPolicyExceptions[] | cdktn.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementPolicyExceptionsOutputReference {
    return new PlacementPolicyExceptionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface PlacementPolicy {
  /**
  * Rules to begin with: `cispe`, `secnumcloud-grade`, `c5-grade`, `eea-only`, `eu-only`. What is given beside it stands in the place of the preset's own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#preset Placement#preset}
  */
  readonly preset?: string;
  /**
  * Where things may stand: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE` (found adequate by the European Commission).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#countries Placement#countries}
  */
  readonly countries?: string[];
  /**
  * From where a cloud may be controlled, up to its last owner.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#control Placement#control}
  */
  readonly control?: PlacementPolicyControl;
  /**
  * Certificates and attestations that must be held.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#certifications Placement#certifications}
  */
  readonly certifications?: PlacementPolicyCertifications[] | cdktn.IResolvable;
  /**
  * Open interfaces, of which the service must speak one: `openstack`, `s3`, `kubernetes`, `seca`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#interfaces Placement#interfaces}
  */
  readonly interfaces?: string[];
  /**
  * A second cloud for backups, which nobody controls who controls the first.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#backup Placement#backup}
  */
  readonly backup?: PlacementPolicyBackup;
  /**
  * Services whose things must be protected from deletion: `server`, `volume`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#deletion_protection Placement#deletion_protection}
  */
  readonly deletionProtection?: string[];
  /**
  * Services whose data must be encrypted with keys that the customer alone holds: `server`, `volume`, …
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#customer_keys Placement#customer_keys}
  */
  readonly customerKeys?: string[];
  /**
  * Limits of the net price a month.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#price Placement#price}
  */
  readonly price?: PlacementPolicyPrice;
  /**
  * What is accepted all the same, each with its reason.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#exceptions Placement#exceptions}
  */
  readonly exceptions?: PlacementPolicyExceptions[] | cdktn.IResolvable;
  /**
  * What it means that nobody can tell whether a rule is met: `error` (default), `warning` or `allow`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#unknown Placement#unknown}
  */
  readonly unknown?: string;
}

export function placementPolicyToTerraform(struct?: PlacementPolicy | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    preset: cdktn.stringToTerraform(struct!.preset),
    countries: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.countries),
    control: placementPolicyControlToTerraform(struct!.control),
    certifications: cdktn.listMapper(placementPolicyCertificationsToTerraform, false)(struct!.certifications),
    interfaces: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.interfaces),
    backup: placementPolicyBackupToTerraform(struct!.backup),
    deletion_protection: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.deletionProtection),
    customer_keys: cdktn.listMapper(cdktn.stringToTerraform, false)(struct!.customerKeys),
    price: placementPolicyPriceToTerraform(struct!.price),
    exceptions: cdktn.listMapper(placementPolicyExceptionsToTerraform, false)(struct!.exceptions),
    unknown: cdktn.stringToTerraform(struct!.unknown),
  }
}


export function placementPolicyToHclTerraform(struct?: PlacementPolicy | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    preset: {
      value: cdktn.stringToHclTerraform(struct!.preset),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    countries: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.countries),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    control: {
      value: placementPolicyControlToHclTerraform(struct!.control),
      isBlock: true,
      type: "struct",
      storageClassType: "PlacementPolicyControl",
    },
    certifications: {
      value: cdktn.listMapperHcl(placementPolicyCertificationsToHclTerraform, false)(struct!.certifications),
      isBlock: true,
      type: "list",
      storageClassType: "PlacementPolicyCertificationsList",
    },
    interfaces: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.interfaces),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    backup: {
      value: placementPolicyBackupToHclTerraform(struct!.backup),
      isBlock: true,
      type: "struct",
      storageClassType: "PlacementPolicyBackup",
    },
    deletion_protection: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.deletionProtection),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    customer_keys: {
      value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct!.customerKeys),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    price: {
      value: placementPolicyPriceToHclTerraform(struct!.price),
      isBlock: true,
      type: "struct",
      storageClassType: "PlacementPolicyPrice",
    },
    exceptions: {
      value: cdktn.listMapperHcl(placementPolicyExceptionsToHclTerraform, false)(struct!.exceptions),
      isBlock: true,
      type: "list",
      storageClassType: "PlacementPolicyExceptionsList",
    },
    unknown: {
      value: cdktn.stringToHclTerraform(struct!.unknown),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementPolicyOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementPolicy | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._preset !== undefined) {
      hasAnyValues = true;
      internalValueResult.preset = this._preset;
    }
    if (this._countries !== undefined) {
      hasAnyValues = true;
      internalValueResult.countries = this._countries;
    }
    if (this._control?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.control = this._control?.internalValue;
    }
    if (this._certifications?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.certifications = this._certifications?.internalValue;
    }
    if (this._interfaces !== undefined) {
      hasAnyValues = true;
      internalValueResult.interfaces = this._interfaces;
    }
    if (this._backup?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.backup = this._backup?.internalValue;
    }
    if (this._deletionProtection !== undefined) {
      hasAnyValues = true;
      internalValueResult.deletionProtection = this._deletionProtection;
    }
    if (this._customerKeys !== undefined) {
      hasAnyValues = true;
      internalValueResult.customerKeys = this._customerKeys;
    }
    if (this._price?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.price = this._price?.internalValue;
    }
    if (this._exceptions?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.exceptions = this._exceptions?.internalValue;
    }
    if (this._unknown !== undefined) {
      hasAnyValues = true;
      internalValueResult.unknown = this._unknown;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementPolicy | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._preset = undefined;
      this._countries = undefined;
      this._control.internalValue = undefined;
      this._certifications.internalValue = undefined;
      this._interfaces = undefined;
      this._backup.internalValue = undefined;
      this._deletionProtection = undefined;
      this._customerKeys = undefined;
      this._price.internalValue = undefined;
      this._exceptions.internalValue = undefined;
      this._unknown = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._preset = value.preset;
      this._countries = value.countries;
      this._control.internalValue = value.control;
      this._certifications.internalValue = value.certifications;
      this._interfaces = value.interfaces;
      this._backup.internalValue = value.backup;
      this._deletionProtection = value.deletionProtection;
      this._customerKeys = value.customerKeys;
      this._price.internalValue = value.price;
      this._exceptions.internalValue = value.exceptions;
      this._unknown = value.unknown;
    }
  }

  // preset - computed: false, optional: true, required: false
  private _preset?: string;
  public get preset() {
    return this.getStringAttribute('preset');
  }
  public set preset(value: string) {
    this._preset = value;
  }
  public resetPreset() {
    this._preset = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get presetInput() {
    return this._preset;
  }

  // countries - computed: false, optional: true, required: false
  private _countries?: string[];
  public get countries() {
    return this.getListAttribute('countries');
  }
  public set countries(value: string[]) {
    this._countries = value;
  }
  public resetCountries() {
    this._countries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get countriesInput() {
    return this._countries;
  }

  // control - computed: false, optional: true, required: false
  private _control = new PlacementPolicyControlOutputReference(this, "control");
  public get control() {
    return this._control;
  }
  public putControl(value: PlacementPolicyControl) {
    this._control.internalValue = value;
  }
  public resetControl() {
    this._control.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get controlInput() {
    return this._control.internalValue;
  }

  // certifications - computed: false, optional: true, required: false
  private _certifications = new PlacementPolicyCertificationsList(this, "certifications", false);
  public get certifications() {
    return this._certifications;
  }
  public putCertifications(value: PlacementPolicyCertifications[] | cdktn.IResolvable) {
    this._certifications.internalValue = value;
  }
  public resetCertifications() {
    this._certifications.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get certificationsInput() {
    return this._certifications.internalValue;
  }

  // interfaces - computed: false, optional: true, required: false
  private _interfaces?: string[];
  public get interfaces() {
    return this.getListAttribute('interfaces');
  }
  public set interfaces(value: string[]) {
    this._interfaces = value;
  }
  public resetInterfaces() {
    this._interfaces = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get interfacesInput() {
    return this._interfaces;
  }

  // backup - computed: false, optional: true, required: false
  private _backup = new PlacementPolicyBackupOutputReference(this, "backup");
  public get backup() {
    return this._backup;
  }
  public putBackup(value: PlacementPolicyBackup) {
    this._backup.internalValue = value;
  }
  public resetBackup() {
    this._backup.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get backupInput() {
    return this._backup.internalValue;
  }

  // deletion_protection - computed: false, optional: true, required: false
  private _deletionProtection?: string[];
  public get deletionProtection() {
    return this.getListAttribute('deletion_protection');
  }
  public set deletionProtection(value: string[]) {
    this._deletionProtection = value;
  }
  public resetDeletionProtection() {
    this._deletionProtection = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get deletionProtectionInput() {
    return this._deletionProtection;
  }

  // customer_keys - computed: false, optional: true, required: false
  private _customerKeys?: string[];
  public get customerKeys() {
    return this.getListAttribute('customer_keys');
  }
  public set customerKeys(value: string[]) {
    this._customerKeys = value;
  }
  public resetCustomerKeys() {
    this._customerKeys = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get customerKeysInput() {
    return this._customerKeys;
  }

  // price - computed: false, optional: true, required: false
  private _price = new PlacementPolicyPriceOutputReference(this, "price");
  public get price() {
    return this._price;
  }
  public putPrice(value: PlacementPolicyPrice) {
    this._price.internalValue = value;
  }
  public resetPrice() {
    this._price.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get priceInput() {
    return this._price.internalValue;
  }

  // exceptions - computed: false, optional: true, required: false
  private _exceptions = new PlacementPolicyExceptionsList(this, "exceptions", false);
  public get exceptions() {
    return this._exceptions;
  }
  public putExceptions(value: PlacementPolicyExceptions[] | cdktn.IResolvable) {
    this._exceptions.internalValue = value;
  }
  public resetExceptions() {
    this._exceptions.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get exceptionsInput() {
    return this._exceptions.internalValue;
  }

  // unknown - computed: false, optional: true, required: false
  private _unknown?: string;
  public get unknown() {
    return this.getStringAttribute('unknown');
  }
  public set unknown(value: string) {
    this._unknown = value;
  }
  public resetUnknown() {
    this._unknown = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get unknownInput() {
    return this._unknown;
  }
}
export interface PlacementCandidates {
}

export function placementCandidatesToTerraform(struct?: PlacementCandidates): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function placementCandidatesToHclTerraform(struct?: PlacementCandidates): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class PlacementCandidatesOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementCandidates | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementCandidates | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // size - computed: true, optional: false, required: false
  public get size() {
    return this.getStringAttribute('size');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // verdict - computed: true, optional: false, required: false
  public get verdict() {
    return this.getStringAttribute('verdict');
  }
}

export class PlacementCandidatesList extends cdktn.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementCandidatesOutputReference {
    return new PlacementCandidatesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface PlacementChoicesCandidates {
}

export function placementChoicesCandidatesToTerraform(struct?: PlacementChoicesCandidates): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function placementChoicesCandidatesToHclTerraform(struct?: PlacementChoicesCandidates): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class PlacementChoicesCandidatesOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementChoicesCandidates | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementChoicesCandidates | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // size - computed: true, optional: false, required: false
  public get size() {
    return this.getStringAttribute('size');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // verdict - computed: true, optional: false, required: false
  public get verdict() {
    return this.getStringAttribute('verdict');
  }
}

export class PlacementChoicesCandidatesList extends cdktn.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementChoicesCandidatesOutputReference {
    return new PlacementChoicesCandidatesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface PlacementChoices {
}

export function placementChoicesToTerraform(struct?: PlacementChoices): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function placementChoicesToHclTerraform(struct?: PlacementChoices): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class PlacementChoicesOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementChoices | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementChoices | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // size - computed: true, optional: false, required: false
  public get size() {
    return this.getStringAttribute('size');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // verdict - computed: true, optional: false, required: false
  public get verdict() {
    return this.getStringAttribute('verdict');
  }

  // candidates - computed: true, optional: false, required: false
  private _candidates = new PlacementChoicesCandidatesList(this, "candidates", false);
  public get candidates() {
    return this._candidates;
  }
}

export class PlacementChoicesList extends cdktn.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementChoicesOutputReference {
    return new PlacementChoicesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface PlacementTotal {
}

export function placementTotalToTerraform(struct?: PlacementTotal): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function placementTotalToHclTerraform(struct?: PlacementTotal): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class PlacementTotalOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementTotal | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementTotal | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // per_month - computed: true, optional: false, required: false
  public get perMonth() {
    return this.getNumberAttribute('per_month');
  }

  // known - computed: true, optional: false, required: false
  public get known() {
    return this.getNumberAttribute('known');
  }

  // currency - computed: true, optional: false, required: false
  public get currency() {
    return this.getStringAttribute('currency');
  }

  // unknown - computed: true, optional: false, required: false
  public get unknown() {
    return this.getListAttribute('unknown');
  }
}
export interface PlacementAlternatives {
}

export function placementAlternativesToTerraform(struct?: PlacementAlternatives): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function placementAlternativesToHclTerraform(struct?: PlacementAlternatives): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class PlacementAlternativesOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): PlacementAlternatives | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementAlternatives | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // size - computed: true, optional: false, required: false
  public get size() {
    return this.getStringAttribute('size');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // verdict - computed: true, optional: false, required: false
  public get verdict() {
    return this.getStringAttribute('verdict');
  }
}

export class PlacementAlternativesList extends cdktn.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet);
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): PlacementAlternativesOutputReference {
    return new PlacementAlternativesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Where to put something: requirements and policy in, an ordered list of cloud, region, size and price out.
*
* It is chosen when this is made, and stays: neither a new price list nor a new claim moves it. It is chosen again when `requirements` or `policy` change, and then what names a choice and stands elsewhere is made anew. Give `candidates` of a choice to what is placed, and it goes to the next one where that is sold out at apply.
*
* Represents a {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement hansa_placement}
*/
export class Placement extends cdktn.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "hansa_placement";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a Placement resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Placement to import
  * @param importFromId The id of the existing Placement that should be imported. Refer to the {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Placement to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "hansa_placement", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/hansa/hansa/latest/docs/resources/placement hansa_placement} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options PlacementConfig
  */
  public constructor(scope: Construct, id: string, config: PlacementConfig) {
    super(scope, id, {
      terraformResourceType: 'hansa_placement',
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
    this._requirements.internalValue = config.requirements;
    this._policy.internalValue = config.policy;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // requirements - computed: false, optional: false, required: true
  private _requirements = new PlacementRequirementsOutputReference(this, "requirements");
  public get requirements() {
    return this._requirements;
  }
  public putRequirements(value: PlacementRequirements) {
    this._requirements.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get requirementsInput() {
    return this._requirements.internalValue;
  }

  // policy - computed: false, optional: true, required: false
  private _policy = new PlacementPolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: PlacementPolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // size - computed: true, optional: false, required: false
  public get size() {
    return this.getStringAttribute('size');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // price_per_month - computed: true, optional: false, required: false
  public get pricePerMonth() {
    return this.getNumberAttribute('price_per_month');
  }

  // price_currency - computed: true, optional: false, required: false
  public get priceCurrency() {
    return this.getStringAttribute('price_currency');
  }

  // candidates - computed: true, optional: false, required: false
  private _candidates = new PlacementCandidatesList(this, "candidates", false);
  public get candidates() {
    return this._candidates;
  }

  // choices - computed: true, optional: false, required: false
  private _choices = new PlacementChoicesList(this, "choices", false);
  public get choices() {
    return this._choices;
  }

  // total - computed: true, optional: false, required: false
  private _total = new PlacementTotalOutputReference(this, "total");
  public get total() {
    return this._total;
  }

  // alternatives - computed: true, optional: false, required: false
  private _alternatives = new PlacementAlternativesList(this, "alternatives", false);
  public get alternatives() {
    return this._alternatives;
  }

  // excluded - computed: true, optional: false, required: false
  public get excluded() {
    return this.getListAttribute('excluded');
  }

  // =========
  // SYNTHESIS
  // =========

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      requirements: placementRequirementsToTerraform(this._requirements.internalValue),
      policy: placementPolicyToTerraform(this._policy.internalValue),
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      requirements: {
        value: placementRequirementsToHclTerraform(this._requirements.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "PlacementRequirements",
      },
      policy: {
        value: placementPolicyToHclTerraform(this._policy.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "PlacementPolicy",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
