import type { CloudHandle } from '../../../cloud-handle.js';
import type { Spec, State } from '../../../kinds/model/index.js';
import type { Server } from '../../../kinds/server/index.js';

type Wish = Pick<Spec<typeof Server>, 'size' | 'diskGib'>;
type Made = State<typeof Server>;

/** A server's life through changes of its size, in which what is planned must be what comes. Undoes what it made. */
export class Booting {
  private readonly made: string[] = [];

  constructor(
    private readonly cloud: CloudHandle,
    private readonly name: string,
  ) {}

  /** Makes one, as its plan says. */
  async make(wish: Wish): Promise<Made> {
    const spec = this.spec(wish);
    const plan = await this.cloud.servers.plan({ spec, prior: null });
    expect(plan.issues).toEqual([]);
    expect(plan.values['bootFrom']).toEqual(expect.any(String));
    const made = await this.cloud.servers.create(spec);
    this.made.push(made.id);
    return this.asPlanned(made, plan.values);
  }

  /** Gives it another size, as its plan says. */
  async resize(prior: Made, size: string): Promise<Made> {
    const spec = this.spec({ size });
    const { issues, replace, values } = await this.cloud.servers.plan({ spec, prior });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(replace).toEqual([]);
    expect(values['diskGib']).toEqual(expect.any(Number));
    return this.asPlanned(await this.cloud.servers.change({ spec, prior }), values);
  }

  /** What a plan says against another size. */
  async refused(prior: Made, size: string): Promise<string[]> {
    const { issues } = await this.cloud.servers.plan({ spec: this.spec({ size }), prior });
    return issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  }

  async undo(): Promise<void> {
    for (const id of this.made.splice(0)) await this.cloud.servers.delete(id);
  }

  private spec(wish: Wish): Spec<typeof Server> {
    return { name: this.name, image: 'debian-12', ...wish };
  }

  /** Terraform takes no other value than the planned one; and what an import finds is the same. */
  private async asPlanned(state: Made, planned: Readonly<Record<string, unknown>>): Promise<Made> {
    const { disruption: _, ...known } = planned;
    expect(state).toMatchObject(known);
    const { diskGib, bootFrom, nativeSize } = state;
    expect(await this.cloud.servers.read(state.id)).toMatchObject({ diskGib, bootFrom, nativeSize });
    return state;
  }
}

/** Boots from volume and from image, through every change of size that either can have. */
export async function bootsBothWays(cloud: CloudHandle, name: string): Promise<void> {
  const ground = new Booting(cloud, name);
  try {
    // No disk of its own: a volume, which stays as it is whatever disk the next size has for others.
    let volume = await ground.make({ size: 'SCS-2V-4' });
    expect(volume).toMatchObject({ bootFrom: 'volume', diskGib: 20 });
    for (const size of ['m1.small', 'SCS-4V-16-100s', 'SCS-2V-4']) {
      volume = await ground.resize(volume, size);
      expect(volume).toMatchObject({ bootFrom: 'volume', diskGib: 20, nativeSize: size });
    }
    await ground.undo();

    // A disk of its own, which grows with the size, and never shrinks.
    let image = await ground.make({ size: 'SCS-2V-4-20s' });
    expect(image).toMatchObject({ bootFrom: 'image', diskGib: 20 });
    image = await ground.resize(image, 'SCS-4V-16-100s');
    expect(image).toMatchObject({ bootFrom: 'image', diskGib: 100 });
    expect(await ground.refused(image, 'm1.small')).toEqual([expect.stringContaining('cannot shrink')]);
    await ground.undo();

    // More than its own disk: a volume in its place.
    const larger = await ground.make({ size: 'SCS-2V-4-20s', diskGib: 30 });
    expect(larger).toMatchObject({ bootFrom: 'volume', diskGib: 30 });
  } finally {
    await ground.undo();
  }
}
