/** A change of a listing's referral address: confirmed by the new address, canceled or undone by the old one. */
package org.warmhandoff.actions.changeaddress;
