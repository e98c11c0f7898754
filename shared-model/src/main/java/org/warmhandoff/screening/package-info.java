/** Keeps what would name a client out of the notes that leave the network. */
package org.warmhandoff.screening;
