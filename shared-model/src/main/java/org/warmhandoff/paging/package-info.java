/** Lists that are read a page at a time. */
package org.warmhandoff.paging;
