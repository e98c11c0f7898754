/** One package for each Lambda. */
package org.warmhandoff.actions;
