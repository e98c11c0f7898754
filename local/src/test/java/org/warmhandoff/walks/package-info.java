/** Whole-system tests: over HTTP alone, as people and programs outside would. */
package org.warmhandoff.walks;
