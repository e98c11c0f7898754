/** What the functions say about themselves: one line of JSON per event, of allow-listed fields only. */
package org.warmhandoff.adapters.log;
