/** The client asked a caseworker not to be written to any more. */
package org.warmhandoff.actions.optoutchannel;
