import { CloudError, redact } from '../../../errors/index.js';

/** What can be said about how to log in, in the words of `clouds.yaml`, wherever it was found. */
export interface Login {
  auth_url?: string;
  auth_type?: string;
  username?: string;
  user_id?: string;
  password?: string;
  user_domain_name?: string;
  user_domain_id?: string;
  project_name?: string;
  project_id?: string;
  project_domain_name?: string;
  project_domain_id?: string;
  application_credential_id?: string;
  application_credential_name?: string;
  application_credential_secret?: string;
}

/** Ways to log in that are spoken here, by the names that Keystone's plugins have in `auth_type`. */
const PASSWORD = ['password', 'v3password'];
const APPLICATION_CREDENTIAL = ['v3applicationcredential', 'application_credential'];

/**
 * The body of Keystone's `POST /auth/tokens` for a login.
 *
 * @throws CloudError `unauthenticated` that names what is missing, or an `auth_type` that is not spoken here.
 */
export function authRequest(login: Login, source: string): Record<string, unknown> {
  redact(login.password);
  redact(login.application_credential_secret);
  const type = login.auth_type?.toLowerCase();
  if (type && ![...PASSWORD, ...APPLICATION_CREDENTIAL].includes(type)) {
    throw incomplete(`${source} logs in by "${login.auth_type}"`, 'use an application credential or a password');
  }
  const byCredential = login.application_credential_id ?? login.application_credential_name;
  const preferred = type ? APPLICATION_CREDENTIAL.includes(type) : byCredential !== undefined;
  // An application credential brings its project with it; Keystone refuses one that comes with a scope.
  if (preferred) return { auth: { identity: applicationCredential(login, source) } };
  return { auth: { identity: password(login, source), ...scope(login) } };
}

function applicationCredential(login: Login, source: string): Record<string, unknown> {
  const {
    application_credential_id: id,
    application_credential_name: name,
    application_credential_secret: secret,
  } = login;
  if (!secret) throw incomplete(`${source} has an application credential without its secret`, 'give the secret too');
  if (!id && !name)
    throw incomplete(`${source} has the secret of an application credential without its id`, 'give the id too');
  const which = id ? { id } : { name, user: user(login, source) };
  return { methods: ['application_credential'], application_credential: { ...which, secret } };
}

function password(login: Login, source: string): Record<string, unknown> {
  if (!login.password) throw incomplete(`${source} has no password and no application credential`, 'give one of them');
  return { methods: ['password'], password: { user: { ...user(login, source), password: login.password } } };
}

function user(login: Login, source: string): Record<string, unknown> {
  if (login.user_id) return { id: login.user_id };
  if (!login.username) throw incomplete(`${source} has no user name`, 'give the user name or id');
  return { name: login.username, domain: domain(login.user_domain_id, login.user_domain_name) };
}

/** Without a project Keystone takes the user's default one, where there is one. */
function scope(login: Login): Record<string, unknown> {
  if (login.project_id) return { scope: { project: { id: login.project_id } } };
  if (!login.project_name) return {};
  const home = domain(
    login.project_domain_id ?? (login.project_domain_name ? undefined : login.user_domain_id),
    login.project_domain_name ?? login.user_domain_name,
  );
  return { scope: { project: { name: login.project_name, domain: home } } };
}

function domain(id: string | undefined, name: string | undefined): Record<string, string> {
  return id ? { id } : { name: name ?? 'Default' };
}

function incomplete(message: string, next: string): CloudError {
  return new CloudError('unauthenticated', { message, next: [next] });
}
