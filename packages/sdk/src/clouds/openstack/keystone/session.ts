import { CloudError, isCloudError, redact } from '../../../errors/index.js';
import type { Clock } from '../../../runtime/clock.js';
import type { Send } from '../../../runtime/transport/http.js';
import type { Credentials } from '../credentials.js';
import type { WireCatalogue } from './catalogue.js';

/** A token is renewed so long before its end, ms, that no request meets it on the way. */
const EARLY_MS = 120_000;

interface WireToken {
  expires_at: string;
  issued_at: string;
  user: { id: string };
  project?: { id: string; name: string };
  catalog?: WireCatalogue;
}

export interface Token {
  id: string;
  /** On this machine's clock, ms. */
  endsAt: number;
  projectId: string;
  catalogue: WireCatalogue;
}

/** A login at Keystone: one token that all requests share, renewed before it ends or when a service no longer takes it. */
export class Session {
  private token: Token | undefined;
  private going: Promise<Token> | undefined;

  /** @param send goes to the credentials' `authUrl` */
  constructor(
    private readonly send: Send,
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {}

  /** The id of the token as it is now, for requests on their way. */
  get current(): string | undefined {
    return this.token?.id;
  }

  /** A token that still has some time to live. */
  async open(): Promise<Token> {
    if (this.token && this.clock.now() < this.token.endsAt - EARLY_MS) return this.token;
    return this.renew(this.token?.id);
  }

  /** A new token in place of `refused`. Who comes with one that was replaced meanwhile gets the newer; all share one login. */
  async renew(refused: string | undefined): Promise<Token> {
    if (this.token && this.token.id !== refused) return this.token;
    this.going ??= this.logIn().finally(() => {
      this.going = undefined;
    });
    this.token = await this.going;
    return this.token;
  }

  private async logIn(): Promise<Token> {
    const { request, source } = this.credentials;
    const startedAt = this.clock.now();
    const response = await this.send({ method: 'POST', path: '/auth/tokens', body: request, repeatable: true }).catch(
      (error) => {
        throw refusedLogin(error, source);
      },
    );
    const id = response.headers['x-subject-token'];
    const { token } = (response.body ?? {}) as { token?: WireToken };
    if (!id || !token) {
      throw new CloudError('invalid', {
        attribute: ['endpoint'],
        message: `${this.credentials.authUrl} does not answer as Keystone does`,
        next: ["check Keystone's URL: it usually ends in /v3"],
      });
    }
    redact(id);
    if (!token.project || !token.catalog) {
      throw new CloudError('unauthenticated', {
        attribute: ['project'],
        message: `${source} names no project, and the user has no default one`,
        next: ['set project in the settings, OS_PROJECT_NAME, or project_name in clouds.yaml'],
      });
    }
    // How long it lives counts, not when it ends: clocks differ between machines.
    const livesMs = Date.parse(token.expires_at) - Date.parse(token.issued_at);
    return { id, endsAt: startedAt + livesMs, projectId: token.project.id, catalogue: token.catalog };
  }
}

/** Keystone answers 404 for an application credential that is not there; both that and 401 mean wrong credentials. */
function refusedLogin(error: unknown, source: string): unknown {
  if (!isCloudError(error, 'unauthenticated', 'not-found')) return error;
  const missing = error.code === 'not-found';
  return new CloudError('unauthenticated', {
    message: missing
      ? `Keystone knows no such application credential (${source}), or the URL is not Keystone's`
      : `Keystone refused the credentials of ${source}`,
    next: [
      missing
        ? 'it may have been deleted or have expired: make a new application credential'
        : 'check user, password (or secret), domains and project; `openstack token issue` tells whether they work',
    ],
    vendor: error.details.vendor,
    cause: error,
  });
}
