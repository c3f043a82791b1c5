/**
 * User data that gives a server the name it has in the model as its host name. OVHcloud makes the host name of the server's name, behind
 * which the labels stand. What is no `#cloud-config`, or names a host itself, is left as it is.
 *
 * @example
 * withHostname(null, 'web'); // '#cloud-config\nhostname: web\n'
 */
export function withHostname(userData: string | null | undefined, name: string): string {
  if (!userData) return `#cloud-config\nhostname: ${name}\n`;
  const plain =
    /^#cloud-config[ \t]*\r?\n/.test(userData) && !/^(hostname|fqdn|preserve_hostname|\{|---|\.\.\.)/m.test(userData);
  return plain ? `${userData.replace(/\n*$/, '\n')}hostname: ${name}\n` : userData;
}
