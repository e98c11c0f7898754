/** Addresses and numbers of clients, and whether they may be written to. */
package org.warmhandoff.channel;
