/** Whatever is owed and late, whichever part of the system lost it. */
package org.warmhandoff.actions.sweep;
