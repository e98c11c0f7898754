/** The way out that every message of a series carries, and the way back in. */
package org.warmhandoff.actions.unsubscribe;
