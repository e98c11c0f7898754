/** Sharing a basket of referrals with its client, by email, by text or both. */
package org.warmhandoff.actions.sharewithclient;
