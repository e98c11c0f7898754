/** Mail addresses, telephone numbers and ZIP codes: parsed once at the edge, right ever after. */
package org.warmhandoff.contact;
