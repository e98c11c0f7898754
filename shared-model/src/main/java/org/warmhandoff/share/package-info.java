/** Sharing a basket of referrals with the client: told at once, asked a week later. */
package org.warmhandoff.share;
