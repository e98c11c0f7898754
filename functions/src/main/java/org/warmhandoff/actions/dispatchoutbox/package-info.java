/** What the stream tells is owed: sent at once, or brought back at its time. */
package org.warmhandoff.actions.dispatchoutbox;
