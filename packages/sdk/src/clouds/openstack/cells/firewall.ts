export { firewall } from '../../../openstack/network/firewall.js';
