import { CloudError, isCloudError, redact } from '../../../errors/index.js';
import type { Tokens } from '../../../openstack/service.js';
import type { Clock } from '../../../runtime/clock.js';
import type { Send } from '../../../runtime/transport/http.js';
import type { OpenStackUser } from '../auth/credentials.js';
import type { Paths } from '../paths.js';
import type { WireToken, WireUser } from '../wire.js';

/** A token is renewed so long before its end, ms, that no request meets it on the way. */
const EARLY_MS = 120_000;

export interface Token {
  id: string;
  /** On this machine's clock, ms. */
  endsAt: number;
  projectId: string;
  catalogue: WireToken['token']['catalog'];
}

/** A login at the project's OpenStack through OVHcloud's own API, which gives a token for the password of one of the project's users. */
export class Session implements Tokens {
  private token: Token | undefined;
  private going: Promise<Token> | undefined;

  constructor(
    private readonly send: Send,
    private readonly paths: Paths,
    private readonly clock: Clock,
    private readonly user: OpenStackUser | undefined,
  ) {}

  /** Whether there is a user to log in. */
  get possible(): boolean {
    return this.user !== undefined;
  }

  get current(): string | undefined {
    return this.token?.id;
  }

  async open(): Promise<Token> {
    if (this.token && this.clock.now() < this.token.endsAt - EARLY_MS) return this.token;
    return this.renew(this.token?.id);
  }

  /** Who comes with a token that was replaced meanwhile gets the newer one; all share one login. */
  async renew(refused: string | undefined): Promise<Token> {
    if (this.token && this.token.id !== refused) return this.token;
    this.going ??= this.logIn().finally(() => {
      this.going = undefined;
    });
    this.token = await this.going;
    return this.token;
  }

  private async logIn(): Promise<Token> {
    if (!this.user) throw nobody();
    const { username, password } = this.user;
    const users = (await this.send({ method: 'GET', path: this.paths.users() })).body as WireUser[];
    const found = users.find((one) => one.username === username);
    if (!found) throw unknownUser(username, users);
    const startedAt = this.clock.now();
    const path = this.paths.userToken(found.id);
    const answer = await this.send({ method: 'POST', path, body: { password }, repeatable: true }).catch((error) => {
      throw isCloudError(error, 'invalid', 'forbidden', 'unauthenticated') ? refused(error, username) : error;
    });
    const { 'X-Auth-Token': id, token } = answer.body as WireToken;
    redact(id);
    // How long it lives counts, not when it ends: clocks differ between machines.
    const livesMs = Date.parse(token.expires_at) - Date.parse(token.issued_at);
    return { id, endsAt: startedAt + livesMs, projectId: token.project.id, catalogue: token.catalog };
  }
}

function nobody(): CloudError {
  return new CloudError('unauthenticated', {
    message:
      "firewalls and public IPs are things of the project's OpenStack, and no user of it is given; looked at openstackUsername and openstackPassword in the settings, OVH_OPENSTACK_USERNAME and OVH_OPENSTACK_PASSWORD, an openrc file of OVHcloud",
    next: [
      'make a user in the control panel (Public Cloud, Users & Roles) with the roles network_operator and network_security_operator, then export OVH_OPENSTACK_USERNAME and OVH_OPENSTACK_PASSWORD, or source its openrc file',
    ],
  });
}

function unknownUser(username: string, users: readonly WireUser[]): CloudError {
  const names = users.map((one) => one.username).join(', ');
  return new CloudError('unauthenticated', {
    message: `the project has no OpenStack user "${username}"`,
    next: [names ? `use one of ${names}` : 'make a user in the control panel (Public Cloud, Users & Roles)'],
  });
}

function refused(error: CloudError, username: string): CloudError {
  return new CloudError('unauthenticated', {
    message: `OpenStack refused the password of ${username}`,
    next: ['check it; the control panel can make a new one'],
    vendor: error.details.vendor,
    cause: error,
  });
}
