/** What the system owes to people outside it: messages, the protocol that keeps each from being lost, and the ports that carry them. */
package org.warmhandoff.message;
