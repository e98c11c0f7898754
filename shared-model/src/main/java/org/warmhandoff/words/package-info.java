/** How words are made alike before they are compared. */
package org.warmhandoff.words;
