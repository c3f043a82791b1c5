import { firewall as ofNeutron } from '../../../openstack/network/firewall.js';
import { regional } from '../regional.js';

/**
 * Firewalls at OVHcloud: security groups of Neutron, since OVHcloud's own API has none (its description of /cloud, read 2026-11). They stand
 * before every card of a server, the public one too; a server without one is open to everybody, by the project's default group
 * (docs.ovhcloud.com, "Managing firewall rules and port security", read 2026-11).
 */
export const firewall = regional(ofNeutron);
