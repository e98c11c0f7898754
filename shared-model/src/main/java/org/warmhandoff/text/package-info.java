/** What clients write back, and how long a text is. */
package org.warmhandoff.text;
