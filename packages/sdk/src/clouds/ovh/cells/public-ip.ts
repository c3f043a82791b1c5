import { publicIp as ofNeutron } from '../../../openstack/network/public-ip.js';
import { regional } from '../regional.js';

/**
 * Public IPs at OVHcloud: floating IPs of Neutron. OVHcloud's own API makes them only on a server, and gives them neither name nor
 * description, so one whose answer was lost could not be found again (its description of /cloud, read 2026-11). Into a network they lead
 * by a gateway, a product of its own that is made when the first address leads there, and goes with the network. Additional IPs have to be
 * ordered, with a cart.
 */
export const publicIp = regional(ofNeutron);
