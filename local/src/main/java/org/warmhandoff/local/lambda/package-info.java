/** Runs the real handlers as Lambda does: one instance, bytes in, bytes out, its own settings, its calls written down. */
package org.warmhandoff.local.lambda;
