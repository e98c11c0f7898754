/** Whether an address or a number may be written to, said before anything is sent. */
package org.warmhandoff.actions.checkchannel;
