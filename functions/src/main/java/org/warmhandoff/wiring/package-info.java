/** Small Dagger modules, one per edge: the only code that reads the environment, the clock and randomness, and makes AWS clients. */
package org.warmhandoff.wiring;
