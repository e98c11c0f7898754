/** A client as an out-of-network receiver may see them: actionable, and nobody. */
package org.warmhandoff.participant;
